import type { BucketCoverage, BucketCoverageCode, BucketRange } from '../../contract/bucket-coverage.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import type { RangeLock } from '../../domain/rollout-control.ts';
import type { ClaimedBuckets } from '../ownership/bucket-claims.ts';
import { commonRanges, subtractRanges, unionRanges } from '../ownership/bucket-ranges.ts';
import { bucketRangeText, rangesText } from '../text/bucket-range-text.ts';
import { countText, numberText } from '../text/count-text.ts';
import { listText } from '../text/list-text.ts';
import type { SessionUnderWay } from './sessions-under-way.ts';

/** Who, beside the locks, says that v2 is to have buckets. */
export type ClaimsOfV2 = {
  readonly plan: PlannedFleet | null;
  readonly sessions: readonly SessionUnderWay[];
};

type LockCoverage = Pick<Closed<BucketCoverage>, 'gaps' | 'remains_with_v1'> & {
  readonly status: Level;
  readonly code: BucketCoverageCode;
  readonly error: string;
};

/**
 * Coverage while ownership is API-controlled. Buckets that nobody has locked are v1's: no fault, unless the plan gives them
 * to v2, or an open session has set out to activate them.
 */
export function judgeLockCoverage(
  locks: readonly RangeLock[],
  swept: ClaimedBuckets,
  { plan, sessions }: ClaimsOfV2,
  total: number,
  pinnedHosts: readonly string[],
): LockCoverage {
  const planned = commonRanges(plannedRanges(plan), swept.gaps);
  const begun = subtractRanges(
    commonRanges(
      sessions.flatMap(({ missing }) => missing),
      swept.gaps,
    ),
    planned,
  );
  const gaps = unionRanges([...planned, ...begun]);
  return {
    gaps,
    remains_with_v1: subtractRanges(swept.gaps, gaps),
    ...(findFault(locks, swept, { planned, begun, sessions }, total) ??
      stageOf(swept.covered_buckets, total, pinnedHosts)),
  };
}

function plannedRanges(plan: PlannedFleet | null): BucketRange[] {
  return (plan?.monitors ?? []).flatMap(({ bucket_min: min, bucket_max: max }) =>
    min === null || max === null ? [] : [{ min, max }],
  );
}

type Judged = Pick<LockCoverage, 'status' | 'code' | 'error'>;

type Unlocked = Pick<ClaimsOfV2, 'sessions'> & {
  readonly planned: readonly BucketRange[];
  readonly begun: readonly BucketRange[];
};

function findFault(
  locks: readonly RangeLock[],
  { overlaps }: ClaimedBuckets,
  { planned, begun, sessions }: Unlocked,
  total: number,
): Judged | undefined {
  const invalid = locks.find(({ bucket_min: min, bucket_max: max }) => min < 0 || max < min || max >= total);
  if (invalid !== undefined) {
    const { host_id, bucket_min, bucket_max } = invalid;
    const error = `${host_id} holds the lock of ${bucket_min}-${bucket_max}, which is no range within 0-${total - 1}`;
    return { status: 'red', code: 'invalid_range', error };
  }
  const [overlap] = overlaps;
  if (overlap !== undefined) {
    const [only, ...others] = overlap.host_ids;
    const held = bucketRangeText(overlap);
    const error =
      others.length === 0
        ? `${only} holds ${held} twice`
        : `${listText(overlap.host_ids)} ${others.length === 1 ? 'both' : 'all'} hold ${held}`;
    return { status: 'red', code: 'overlap', error };
  }
  if (planned.length > 0) {
    const error = `no lock for ${rangesText(planned)}, which the plan gives to v2`;
    return { status: 'red', code: 'gap', error };
  }
  if (begun.length > 0) {
    const runs = listText(sessions.map(({ run_id }) => run_id));
    const error = `no lock yet for ${rangesText(begun)}, which open rollout ${runs} is to activate`;
    return { status: 'amber', code: 'gap', error };
  }
  return undefined;
}

/** Without a fault it is how far the rollout has come; whoever is pinned takes no range through the API. */
function stageOf(covered: number, total: number, pinnedHosts: readonly string[]): Judged {
  if (pinnedHosts.length === 0)
    return { status: 'amber', code: 'api_controlled', error: stageText(covered, total) };
  const are = pinnedHosts.length === 1 ? 'is' : 'are';
  const error = `ownership is API-controlled, and ${listText(pinnedHosts)} ${are} pinned beside the locks`;
  return { status: 'amber', code: 'mixed', error };
}

function stageText(covered: number, total: number): string {
  const all = countText(total, 'bucket');
  if (covered === 0) return `ownership is API-controlled: no range is active, so all ${all} remain with v1`;
  if (covered >= total) return `ownership is API-controlled: v2 holds all ${all}`;
  return `ownership is API-controlled: v2 holds ${numberText(covered)} of ${all}, the rest remains with v1`;
}
