import { type Finding, finding } from '../finding.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { allWithinTotal, commonRanges, withinTotal } from '../ownership/bucket-ranges.ts';
import { HEARTBEAT_ROUND_MS } from '../ownership/range-mismatch.ts';
import { activeMonitors } from '../processes/process-type.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { bucketLockFindings } from './bucket-lock-findings.ts';
import { type Reported, rangesOf } from './lock-report.ts';

/** What the locks of Jetmon's API do not say of themselves. */
export function lockFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...silentOwners(fleet),
    ...bucketLockFindings(fleet),
    ...otherRanges(fleet),
    ...ownerRowsBeside(fleet),
  ];
}

/** A lock stands until somebody releases it, whatever becomes of its owner. */
function silentOwners({ bucket_coverage: { locks, bucket_total } }: JudgedFleet): Finding[] {
  return locks
    .filter(({ held }) => !held)
    .map(({ host_id, bucket_min: min, bucket_max: max }) => {
      const text = bucketRangeText({ min, max });
      const message = `range lock of ${host_id}: no active monitor runs there, so ${text} ${min === max ? 'is' : 'are'} not watched`;
      const title = `${host_id} holds the lock of ${rangesText([{ min, max }])} and has no active monitor`;
      const range = withinTotal({ min, max }, bucket_total);
      return finding('red', 'lock_owner_silent', title, message, {
        subject: host_id,
        hosts: [host_id],
        ranges: [range],
      });
    });
}

/** Active monitors that report another range than the lock of their host, or one without a lock, for longer than a round. */
function otherRanges(fleet: JudgedFleet): Finding[] {
  const { processes, memory, nowMs, thresholds, readings } = fleet;
  // Where no lock can be seen, none is missing.
  if (readings.rollout_locks === undefined) return [];
  const isUnreadable = new Set(fleet.unreadable_owners);
  return activeMonitors(processes).flatMap(({ process }) => {
    const { process_id, host_id } = process;
    const { locks } = hostOf(fleet, host_id);
    if (isUnreadable.has(host_id) || (locks.length === 0 && !goesByLocks(process, fleet))) return [];
    const sinceMs = memory.processes.get(process_id)?.range_differs_since_ms ?? null;
    if (sinceMs === null) return [];
    // A report can follow a lock only once there is one.
    const fromMs = locks.reduce((latest, lock) => Math.max(latest, lock.activated_at_ms ?? 0), sinceMs);
    if (nowMs - fromMs <= HEARTBEAT_ROUND_MS) return [];
    const held = rangesOf(locks);
    const { bucket_min: min, bucket_max: max } = process;
    const reported = min === null || max === null ? [] : [{ min, max }];
    const report =
      ownershipOf(process) === 'standby'
        ? 'is in standby'
        : reported.length === 0
          ? 'reports no buckets'
          : `reports buckets ${rangesText(reported)}`;
    const lock = held.length === 0 ? 'holds no lock' : `its lock says ${rangesText(held)}`;
    const title = `${host_id} ${report} and ${lock}`;
    return [
      finding('amber', 'lock_range_mismatch', title, `process ${process_id}: ${report} and ${lock}`, {
        subject: process_id,
        hosts: [host_id],
        ranges: allWithinTotal([...held, ...reported], thresholds.bucket_total),
      }),
    ];
  });
}

/** Whether a monitor that holds no lock is one that should: some builds call dynamic what they were given through the API. */
function goesByLocks(reported: Reported, { bucket_coverage: { mode, hosts } }: JudgedFleet): boolean {
  const ownership = ownershipOf(reported);
  if (ownership === 'active') return true;
  const isRowless = mode === 'api_controlled' && hosts.length === 0;
  return isRowless && ownership === 'dynamic' && reported.bucket_min !== null;
}

/** Rows of dynamic ownership where it is API-controlled: a monitor that goes by them would watch the same buckets. */
function ownerRowsBeside({ bucket_coverage: { mode, hosts, locks, bucket_total } }: JudgedFleet): Finding[] {
  if (mode !== 'api_controlled') return [];
  const locked = rangesOf(locks);
  return hosts.map(({ host_id, bucket_min: min, bucket_max: max }) => {
    const row = rangesText([{ min, max }]);
    const title = `${host_id} has an owner row for ${row} beside the locks`;
    const message = `bucket owner ${host_id}: its row claims ${row}, while ownership is API-controlled`;
    return finding('amber', 'owner_rows_beside_locks', title, message, {
      subject: host_id,
      hosts: [host_id],
      ranges: allWithinTotal(commonRanges([{ min, max }], locked), bucket_total),
    });
  });
}
