import type { BucketRange } from '../../contract/bucket-coverage.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { bucketsIn, subtractRanges } from '../ownership/bucket-ranges.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import { countText, numberText } from '../text/count-text.ts';
import type { StandingHost } from './rollout-hosts.ts';
import { knownStep, type NextStep, unknownHost } from './step-words.ts';

/** The next range to activate through Jetmon's API: what an open session has begun, else what v1 still has. */
export function activateStep(hosts: readonly StandingHost[], fleet: JudgedFleet): NextStep {
  const { covered_buckets, bucket_total, gaps, remains_with_v1 } = fleet.bucket_coverage;
  const done = `v2 holds ${numberText(covered_buckets ?? 0)} of ${countText(bucket_total, 'bucket')}`;
  const [session] = fleet.sessions;
  if (session !== undefined) {
    const { run_id, host_id, missing } = session;
    const owner = hosts.find(({ row }) => row.host_id === host_id);
    if (owner?.row.phase === 'unknown') return unknownHost(owner);
    if (owner === undefined || owner.row.phase === 'stopped' || owner.row.phase === 'v1_or_absent') {
      const start = `start the monitor of ${host_id} in standby, for ${rangesText(missing)}, which rollout ${run_id} has begun: ${done}`;
      return toStep(start, done, host_id, missing[0] ?? null);
    }
    const advance = `activate ${rangesText(missing)} on ${host_id}, which rollout ${run_id} has begun: ${done}`;
    return toStep(advance, done, host_id, missing[0] ?? null);
  }
  const free = [...gaps, ...remains_with_v1];
  const [left] = free;
  if (left === undefined) return knownStep('every bucket is locked: nothing is left to activate', done, null);
  const isFree = (range: BucketRange | null | undefined) =>
    !range || subtractRanges([range], free).length === 0;
  const waiting = hosts.find(
    ({ row }) => row.phase === 'standby' && row.range === null && isFree(row.planned?.range),
  );
  if (waiting === undefined) {
    const unclear = hosts.find(({ row }) => row.phase === 'unknown');
    if (unclear !== undefined) return unknownHost(unclear);
    const advance = `start another monitor in standby, for a range within ${rangesText([left])}: ${done}`;
    return toStep(advance, done, null, left);
  }
  const { host_id, planned } = waiting.row;
  const range = planned?.range ?? null;
  const which = range === null ? `the next range, within ${rangesText([left])},` : rangesText([range]);
  return toStep(`activate ${which} on ${host_id}: ${done}`, done, host_id, range ?? left);
}

function toStep(
  advance: string,
  progress: string,
  host_id: string | null,
  range: BucketRange | null,
): NextStep {
  return knownStep(advance, progress, {
    host_id,
    range,
    buckets: range === null ? null : bucketsIn([range]),
  });
}
