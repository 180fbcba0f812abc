import type {
  BucketCoverage,
  BucketCoverageCode,
  BucketMode,
  BucketOwner,
} from '../../contract/bucket-coverage.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { toInstant } from '../../domain/instant.ts';
import type { ReadingTaken } from '../../domain/reading.ts';
import type { RangeLock } from '../../domain/rollout-control.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { byCodePoint, distinctSorted } from '../code-point-order.ts';
import { areLocksKnown, lockedRanges } from '../locks/held-locks.ts';
import { type ClaimsOfV2, judgeLockCoverage } from '../locks/lock-coverage.ts';
import { heartbeatAgeSec, isStale } from '../processes/heartbeat.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { bucketRangeText } from '../text/bucket-range-text.ts';
import { type BucketClaim, sweepClaims } from './bucket-claims.ts';
import { isRangeOfApiReported, ownershipMode, pinnedMonitors, pinnedRanges } from './bucket-ownership.ts';

type Finding = { status: Level; code: BucketCoverageCode; error?: string };

/** What coverage is judged by, beside the processes. */
export type CoverageGrounds = ClaimsOfV2 & {
  readonly readings: Pick<FleetReadings, 'bucket_owners' | 'rollout_locks'>;
  /** The range locks that are held. */
  readonly locks: readonly RangeLock[];
  readonly nowMs: number;
  readonly thresholds: Thresholds;
  /** What the table of dynamic ownership is called here. */
  readonly ownersTable: string;
};

const LOCKS_UNSEEN =
  'monitors own ranges through the API, and this account sees no table of range locks, so who holds which buckets is not known';

/** Judges who owns the buckets and whether each is owned once. */
export function judgeBucketCoverage(
  { readings, locks, nowMs, thresholds, ownersTable, ...claimsOfV2 }: CoverageGrounds,
  processes: readonly JudgedProcess[],
): Closed<BucketCoverage> {
  const { bucket_total, heartbeat_grace_sec } = thresholds;
  const owners = readings.bucket_owners;
  const pinned = pinnedRanges(processes);
  const common = { bucket_total, pinned, locks: lockedRanges(locks, processes), remains_with_v1: [] };
  const hosts = owners.ok ? owners.value.map((row) => judgeOwner(row, nowMs, heartbeat_grace_sec)) : [];
  const mode = ownershipMode(processes, { ownerRows: hosts.length, locks: locks.length });
  const areLocksMissing = mode === 'api_controlled' && !areLocksKnown(readings);
  const areLocksUnseen =
    mode === 'api_controlled' && readings.rollout_locks === undefined && isRangeOfApiReported(processes);
  if (!owners.ok || nothingReadable(owners) || areLocksMissing || areLocksUnseen) {
    const isUnread = !owners.ok || nothingReadable(owners) || areLocksMissing;
    return {
      ...common,
      // An older database has no such table, and that is no fault of it.
      status: isUnread ? 'red' : 'amber',
      mode: 'unknown',
      code: 'query_failed',
      error: isUnread ? 'bucket ownership could not be read' : LOCKS_UNSEEN,
      host_count: null,
      covered_buckets: null,
      gaps: [],
      overlaps: [],
      hosts: [],
    };
  }
  hosts.sort(byRange);
  const swept = sweepClaims(claimsInForce({ ...common, mode, hosts }), bucket_total);
  const isByLocks = mode === 'api_controlled' && bucket_total > 0;
  return {
    ...common,
    ...swept,
    ...(isByLocks
      ? judgeLockCoverage(locks, swept, claimsOfV2, bucket_total, distinctSorted(pinnedHosts(processes)))
      : findCoverage(mode, hosts, bucket_total, ownersTable)),
    mode: bucket_total > 0 ? mode : 'unknown',
    host_count: hosts.length,
    hosts,
  };
}

/** The claims that count in this mode: owner rows, pinned ranges, or both; or the locks, and whoever is pinned beside. */
export function claimsInForce({
  mode,
  hosts,
  pinned,
  locks,
}: Pick<Closed<BucketCoverage>, 'mode' | 'hosts' | 'pinned' | 'locks'>): BucketClaim[] {
  if (mode === 'api_controlled') return [...locks, ...pinned];
  return [...(mode === 'pinned' ? [] : hosts), ...(mode === 'dynamic' ? [] : pinned)];
}

function pinnedHosts(processes: readonly JudgedProcess[]): string[] {
  return pinnedMonitors(processes).map(({ process }) => process.host_id);
}

/** Rows are there, but no buckets are known: that is not the same as no rows. */
function nothingReadable({ value, unreadable = [] }: ReadingTaken<readonly BucketOwnerRow[]>): boolean {
  return value.length === 0 && unreadable.length > 0;
}

function judgeOwner(row: BucketOwnerRow, nowMs: number, graceSec: number): BucketOwner {
  const { host_id, bucket_min, bucket_max, status, last_heartbeat_ms } = row;
  return {
    host_id,
    bucket_min,
    bucket_max,
    status,
    last_heartbeat: last_heartbeat_ms === null ? null : toInstant(last_heartbeat_ms),
    last_heartbeat_age_sec: heartbeatAgeSec(nowMs, last_heartbeat_ms),
    stale: isStale(nowMs, last_heartbeat_ms, graceSec),
  };
}

function byRange(a: BucketOwner, b: BucketOwner): number {
  return a.bucket_min - b.bucket_min || byCodePoint(a.host_id, b.host_id);
}

/** The first of the rules that applies, in the contract's order. */
function findCoverage(
  mode: BucketMode,
  hosts: readonly BucketOwner[],
  total: number,
  ownersTable: string,
): Finding {
  if (total <= 0) {
    return {
      status: 'amber',
      code: 'bucket_total_missing',
      error: `BUCKET_TOTAL is ${total}; set it to the number of buckets so that coverage can be checked`,
    };
  }
  if (mode === 'pinned') {
    return {
      status: 'amber',
      code: 'pinned',
      error: `monitor process snapshots report pinned bucket ranges; dynamic ${ownersTable} coverage is not active`,
    };
  }
  if (mode === 'mixed') {
    return {
      status: 'amber',
      code: 'mixed',
      error: 'some active monitors report pinned bucket ranges, others dynamic ownership',
    };
  }
  if (hosts.length === 0) {
    return {
      status: 'amber',
      code: 'no_owner_rows',
      error: `no host owns buckets: ${ownersTable} has no rows`,
    };
  }
  return findRangeFault(hosts, total) ?? findOwnerFault(hosts) ?? { status: 'green', code: 'ok' };
}

function findRangeFault(hosts: readonly BucketOwner[], total: number): Finding | undefined {
  let expected = 0;
  let previous: BucketOwner | undefined;
  for (const host of hosts) {
    const { host_id, bucket_min: min, bucket_max: max } = host;
    if (min < 0 || max < min || max >= total) {
      const error = `${host_id} owns ${min}-${max}, which is no range within 0-${total - 1}`;
      return { status: 'red', code: 'invalid_range', error };
    }
    if (min > expected) {
      const gap = bucketRangeText({ min: expected, max: min - 1 });
      return { status: 'red', code: 'gap', error: `no owner for ${gap}, before ${host_id}` };
    }
    if (min < expected) {
      const shared = bucketRangeText({ min, max: Math.min(max, expected - 1) });
      return {
        status: 'red',
        code: 'overlap',
        error: `${previous?.host_id} and ${host_id} both own ${shared}`,
      };
    }
    expected = max + 1;
    previous = host;
  }
  if (expected >= total) return undefined;
  const gap = bucketRangeText({ min: expected, max: total - 1 });
  return { status: 'red', code: 'gap', error: `no owner for ${gap}, after ${previous?.host_id}` };
}

/** Whether an owner's row says of itself that nobody stands behind it. */
export function isUnfit(owner: BucketOwner): boolean {
  return owner.status !== 'active' || owner.stale;
}

function heartbeatText({ last_heartbeat_age_sec: ageSec }: BucketOwner): string {
  return ageSec === null ? 'has no heartbeat' : `sent its last heartbeat ${ageSec}s ago`;
}

function findOwnerFault(hosts: readonly BucketOwner[]): Finding | undefined {
  const host = hosts.find(isUnfit);
  if (host === undefined) return undefined;
  const owned = `owner of ${bucketRangeText({ min: host.bucket_min, max: host.bucket_max })}`;
  return host.status === 'active'
    ? {
        status: 'red',
        code: 'owner_stale',
        error: `${host.host_id}, ${owned}, ${heartbeatText(host)}`,
      }
    : { status: 'red', code: 'owner_not_active', error: `${host.host_id}, ${owned}, is ${host.status}` };
}
