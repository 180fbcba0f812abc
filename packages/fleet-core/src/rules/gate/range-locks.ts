import type { GateCheck } from '../../contract/answers/gate.ts';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { goesByApi } from '../ownership/bucket-ownership.ts';
import { meet } from '../ownership/bucket-ranges.ts';
import { bucketRangeText } from '../text/bucket-range-text.ts';
import { decideCheck } from './gate-check.ts';
import { monitorsOf } from './host-monitor.ts';
import { issueMessages } from './issue-messages.ts';

type Snapshot = Closed<FleetSnapshot>;

/** Whether ranges can be locked in this database, as far as is seen: a monitor that goes by the API has its locks somewhere. */
export function mayHaveLocks(snapshot: Pick<Snapshot, 'sources' | 'processes'>): boolean {
  return areLocksSeen(snapshot) || monitorsOf(snapshot).some(goesByApi);
}

function areLocksSeen({ sources }: Pick<Snapshot, 'sources'>): boolean {
  return sources.some(({ name }) => name === 'rollout_locks');
}

/** Whether a host holds its range by a lock. */
export function isLocked({ bucket_coverage: { locks } }: Snapshot, host: string): boolean {
  return locks.some(({ host_id }) => host_id === host);
}

/** Whether no lock meets the range, or is of this host: v1 may start only after the release. */
export function lockReleasedCheck(
  snapshot: Snapshot,
  host: string | null,
  range: BucketRange,
): Closed<GateCheck> {
  const { sources, bucket_coverage } = snapshot;
  const isRead = sources.every(({ name, ok }) => name !== 'rollout_locks' || ok);
  const held = bucket_coverage.locks.filter(
    ({ host_id, bucket_min: min, bucket_max: max }) => host_id === host || meet({ min, max }, range),
  );
  return decideCheck('lock_released', {
    wrong: [
      ...held.map(
        ({ host_id, bucket_min, bucket_max }) =>
          `${host_id} still holds the lock of ${bucket_min}-${bucket_max}`,
      ),
      ...issueMessages(snapshot, ['lock_bucket_mismatch'], host === null ? undefined : [host]),
    ],
    notKnown: !areLocksSeen(snapshot)
      ? ['monitors go by the API, and this account sees no table of range locks']
      : isRead
        ? issueMessages(snapshot, ['bucket_owner_row_unreadable'])
        : ['the locks could not be read'],
    well: `no lock meets ${bucketRangeText(range)}`,
  });
}
