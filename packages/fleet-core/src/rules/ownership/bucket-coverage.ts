import type {
  BucketCoverage,
  BucketCoverageCode,
  BucketMode,
  BucketOwner,
  PinnedRange,
} from '../../contract/bucket-coverage.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { BucketOwnerRow } from '../../domain/bucket-owner.ts';
import { toInstant } from '../../domain/instant.ts';
import type { Reading, ReadingTaken } from '../../domain/reading.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { byCodePoint } from '../code-point-order.ts';
import { heartbeatAgeSec, isStale } from '../processes/heartbeat.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { bucketRangeText } from '../text/bucket-range-text.ts';
import { type BucketClaim, sweepClaims } from './bucket-claims.ts';
import { ownershipMode, pinnedRanges } from './bucket-ownership.ts';

type Finding = { status: Level; code: BucketCoverageCode; error?: string };

/** Judges who owns the buckets and whether each is owned once. */
export function judgeBucketCoverage(
  owners: Reading<readonly BucketOwnerRow[]>,
  processes: readonly JudgedProcess[],
  nowMs: number,
  { bucket_total, heartbeat_grace_sec }: Thresholds,
): Closed<BucketCoverage> {
  const pinned = pinnedRanges(processes);
  const common = { bucket_total, pinned };
  if (!owners.ok || nothingReadable(owners)) {
    return {
      ...common,
      status: 'red',
      mode: 'unknown',
      code: 'query_failed',
      error: 'bucket ownership could not be read',
      host_count: null,
      covered_buckets: null,
      gaps: [],
      overlaps: [],
      hosts: [],
    };
  }
  const hosts = owners.value.map((row) => judgeOwner(row, nowMs, heartbeat_grace_sec)).sort(byRange);
  const reported = ownershipMode(processes);
  const mode = reported === 'unknown' && hosts.length > 0 ? 'dynamic' : reported;
  return {
    ...common,
    ...findCoverage(mode, hosts, bucket_total),
    mode: bucket_total > 0 ? mode : 'unknown',
    host_count: hosts.length,
    ...sweepClaims(claimsInForce(mode, hosts, pinned), bucket_total),
    hosts,
  };
}

/** The claims that count in this mode: owner rows, pinned ranges, or both. */
export function claimsInForce(
  mode: BucketMode,
  hosts: readonly BucketOwner[],
  pinned: readonly PinnedRange[],
): BucketClaim[] {
  return [...(mode === 'pinned' ? [] : hosts), ...(mode === 'dynamic' ? [] : pinned)];
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
function findCoverage(mode: BucketMode, hosts: readonly BucketOwner[], total: number): Finding {
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
      error:
        'monitor process snapshots report pinned bucket ranges; dynamic jetmon_hosts coverage is not active',
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
      error: 'no host owns buckets: jetmon_hosts has no rows',
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
