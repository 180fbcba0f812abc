import type { BucketMode, PinnedRange } from '../../contract/bucket-coverage.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** How a process says that it owns its buckets. */
export function ownershipOf(reported: {
  readonly bucket_ownership: string;
}): 'pinned' | 'dynamic' | undefined {
  const text = reported.bucket_ownership.trim().toLowerCase();
  if (text.includes('pinned')) return 'pinned';
  if (text.includes('dynamic')) return 'dynamic';
  return undefined;
}

/** Fresh monitors that neither stop nor have stopped. */
export function activeMonitors(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter((judged) => judged.active && judged.process.process_type === 'monitor');
}

/** Which ownership the active monitors report; silent or stopped ones have no say. */
export function ownershipMode(processes: readonly JudgedProcess[]): BucketMode {
  const seen = new Set(activeMonitors(processes).map(({ process }) => ownershipOf(process)));
  if (seen.has('pinned')) return seen.has('dynamic') ? 'mixed' : 'pinned';
  return seen.has('dynamic') ? 'dynamic' : 'unknown';
}

/** The active monitors that report pinned ownership. */
export function pinnedMonitors(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return activeMonitors(processes).filter(({ process }) => ownershipOf(process) === 'pinned');
}

/** The ranges of the active monitors that report pinned ownership, by range. */
export function pinnedRanges(processes: readonly JudgedProcess[]): PinnedRange[] {
  return pinnedMonitors(processes)
    .flatMap(({ process: { process_id, host_id, bucket_min, bucket_max } }) =>
      bucket_min === null || bucket_max === null ? [] : [{ process_id, host_id, bucket_min, bucket_max }],
    )
    .sort((a, b) => a.bucket_min - b.bucket_min || a.bucket_max - b.bucket_max);
}
