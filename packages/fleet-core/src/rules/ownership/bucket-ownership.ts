import type { BucketMode, PinnedRange } from '../../contract/bucket-coverage.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** How a process says that it owns its buckets. */
function ownershipOf(judged: JudgedProcess): 'pinned' | 'dynamic' | undefined {
  const text = judged.process.bucket_ownership.trim().toLowerCase();
  if (text.includes('pinned')) return 'pinned';
  if (text.includes('dynamic')) return 'dynamic';
  return undefined;
}

function activeMonitors(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter((judged) => judged.active && judged.process.process_type === 'monitor');
}

/** Which ownership the active monitors report; silent or stopped ones have no say. */
export function ownershipMode(processes: readonly JudgedProcess[]): BucketMode {
  const seen = new Set(activeMonitors(processes).map(ownershipOf));
  if (seen.has('pinned')) return seen.has('dynamic') ? 'mixed' : 'pinned';
  return seen.has('dynamic') ? 'dynamic' : 'unknown';
}

/** The ranges of the active monitors that report pinned ownership, by range. */
export function pinnedRanges(processes: readonly JudgedProcess[]): PinnedRange[] {
  return activeMonitors(processes)
    .filter((judged) => ownershipOf(judged) === 'pinned')
    .flatMap(({ process: { process_id, host_id, bucket_min, bucket_max } }) =>
      bucket_min === null || bucket_max === null ? [] : [{ process_id, host_id, bucket_min, bucket_max }],
    )
    .sort((a, b) => a.bucket_min - b.bucket_min || a.bucket_max - b.bucket_max);
}
