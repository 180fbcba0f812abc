import type { BucketMode, PinnedRange } from '../../contract/bucket-coverage.ts';
import { activeMonitors, isActiveMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** How a process owns its buckets: `active` and `standby` are with and without a range, through Jetmon's API. */
export type Ownership = 'pinned' | 'dynamic' | 'active' | 'standby';

const STANDBY = /standby/i;
const PINNED = /pinned/i;
const API_CONTROLLED = /api-controlled/i;
const DYNAMIC = /dynamic/i;

/**
 * How a process says that it owns its buckets. Some builds call what they were given through the API dynamic: `isLocked`
 * tells that a lock is held for it.
 */
export function ownershipOf(
  reported: { readonly bucket_ownership: string },
  isLocked = false,
): Ownership | undefined {
  const { bucket_ownership: text } = reported;
  if (STANDBY.test(text)) return 'standby';
  if (PINNED.test(text)) return 'pinned';
  if (API_CONTROLLED.test(text)) return 'active';
  if (DYNAMIC.test(text)) return isLocked ? 'active' : 'dynamic';
  return undefined;
}

/** Whether a monitor waits for a range of Jetmon's API: till then it checks nothing. */
export function standsBy(reported: { readonly bucket_ownership: string }): boolean {
  return ownershipOf(reported) === 'standby';
}

/** What else there is that tells how buckets are owned. */
type Held = { readonly ownerRows: number; readonly locks: number };

/**
 * Which ownership the active monitors report; silent or stopped ones have no say. Locks that are held prove that it is
 * API-controlled. Without any, monitors in standby do, unless others own in another way: who stands by owns nothing.
 */
export function ownershipMode(
  processes: readonly JudgedProcess[],
  { ownerRows, locks }: Held = { ownerRows: 0, locks: 0 },
): BucketMode {
  const seen = new Set(activeMonitors(processes).map(({ process }) => ownershipOf(process)));
  if (locks > 0) return 'api_controlled';
  if (seen.has('pinned')) return seen.has('dynamic') ? 'mixed' : 'pinned';
  const isApi = seen.has('active') || seen.has('standby');
  if (isApi && (!seen.has('dynamic') || ownerRows === 0)) return 'api_controlled';
  return seen.has('dynamic') || ownerRows > 0 ? 'dynamic' : 'unknown';
}

/** Whether an active monitor takes its range through Jetmon's API, or waits for one. */
export function isApiInUse(processes: readonly JudgedProcess[]): boolean {
  return processes.some((judged) => isActiveMonitor(judged) && goesByApi(judged.process));
}

/** Whether a monitor says that it takes its range through Jetmon's API, or waits for one. */
export function goesByApi(reported: { readonly bucket_ownership: string }): boolean {
  const ownership = ownershipOf(reported);
  return ownership === 'active' || ownership === 'standby';
}

/** Whether an active monitor reports a range that it was given through Jetmon's API: somewhere there is a lock of it. */
export function isRangeOfApiReported(processes: readonly JudgedProcess[]): boolean {
  return processes.some(
    (judged) =>
      isActiveMonitor(judged) &&
      judged.process.bucket_min !== null &&
      ownershipOf(judged.process) === 'active',
  );
}

/** The active monitors that report pinned ownership. */
export function pinnedMonitors(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter((judged) => isActiveMonitor(judged) && ownershipOf(judged.process) === 'pinned');
}

/** The ranges of the active monitors that report pinned ownership, by range. */
export function pinnedRanges(processes: readonly JudgedProcess[]): PinnedRange[] {
  return pinnedMonitors(processes)
    .flatMap(({ process: { process_id, host_id, bucket_min, bucket_max } }) =>
      bucket_min === null || bucket_max === null ? [] : [{ process_id, host_id, bucket_min, bucket_max }],
    )
    .sort((a, b) => a.bucket_min - b.bucket_min || a.bucket_max - b.bucket_max);
}
