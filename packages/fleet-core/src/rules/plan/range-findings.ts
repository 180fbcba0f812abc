import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { PlannedMonitor } from '../../contract/plan.ts';
import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import { type Finding, finding } from '../finding.ts';
import { hostOf, type JudgedFleet } from '../judged-fleet.ts';
import { ownershipOf } from '../ownership/bucket-ownership.ts';
import { isActiveMonitor } from '../processes/process-type.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { rangesText } from '../text/bucket-range-text.ts';

/** Active monitors that claim other buckets than the plan gives them. */
export function rangeFindings(fleet: JudgedFleet, { monitors }: PlannedFleet): Finding[] {
  return monitors.flatMap((planned) => {
    const { host_id, bucket_min: min, bucket_max: max } = planned;
    if (min === null || max === null) return [];
    const active = hostOf(fleet, host_id).processes.filter(isActiveMonitor);
    const claims = active.flatMap((judged) => claimOf(judged, fleet) ?? []);
    const unlike = claims.find(({ range }) => range === null || range.min !== min || range.max !== max);
    return unlike === undefined ? [] : [unlikePlan(planned, unlike, { min, max })];
  });
}

type Claim = { readonly how: string; readonly range: BucketRange | null };

/**
 * By its lock or its owner row where it has its range from there, else as it reports; undefined where these could not be read,
 * and of one that waits for its range: that nobody has locked it is told by coverage.
 */
function claimOf({ process }: JudgedProcess, fleet: JudgedFleet): Claim | undefined {
  const { locks } = hostOf(fleet, process.host_id);
  const [lock] = locks;
  if (lock !== undefined)
    return { how: 'holds the lock of', range: { min: lock.bucket_min, max: lock.bucket_max } };
  const ownership = ownershipOf(process);
  if (ownership === 'standby' || ownership === 'active') return undefined;
  const isDynamic = ownership === 'dynamic';
  if (isDynamic && (fleet.bucket_coverage.code === 'query_failed' || isUnreadable(process.host_id, fleet)))
    return undefined;
  const held = isDynamic ? hostOf(fleet, process.host_id).owner : process;
  const { bucket_min: min = null, bucket_max: max = null } = held ?? {};
  const range = min === null || max === null ? null : { min, max };
  return { how: isDynamic ? 'owns' : ownership === 'pinned' ? 'is pinned to' : 'reports', range };
}

function isUnreadable(host: string, { unreadable_owners }: JudgedFleet): boolean {
  return unreadable_owners.includes(host);
}

function unlikePlan({ host_id }: PlannedMonitor, { how, range }: Claim, planned: BucketRange): Finding {
  const claimed = range === null ? 'no buckets' : rangesText([range]);
  const title = `${host_id} ${how} ${claimed}, planned ${rangesText([planned])}`;
  return finding('amber', 'plan_mismatch', title, `plan: ${title}`, { subject: host_id, hosts: [host_id] });
}
