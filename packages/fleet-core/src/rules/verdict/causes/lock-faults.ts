import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { meet, rangeOf, unionRanges } from '../../ownership/bucket-ranges.ts';
import { isStageCode } from '../../ownership/ownership-stage.ts';
import { rangesText } from '../../text/bucket-range-text.ts';
import { sentence } from '../../text/sentence.ts';
import { lockSteps } from '../catalogue/lock-codes.ts';
import { MONITOR_SERVICE, onRange } from '../steps.ts';
import type { Join } from './draft.ts';

/** Locks that do not cover what v2 is to have, or cover it twice: Jetmon's API is where that is mended. */
export const joinLockFaults: Join = (pool, fleet) => {
  const { bucket_coverage, sessions } = fleet;
  const { mode, code, error } = bucket_coverage;
  if (mode !== 'api_controlled' || isStageCode(code)) return [];
  return pool.take('bucket_coverage').map((found) => {
    const ranges = unionRanges(found.ranges);
    const hosts = found.hosts.length > 0 ? found.hosts : sessions.map(({ host_id }) => host_id);
    const isGap = code === 'gap';
    return {
      code: 'bucket_coverage',
      kind: 'buckets',
      ids: ranges.map((range) => rangesText([range])),
      title: found.title,
      headline: `${sentence(error ?? found.title, hosts)}${isGap ? ': does v1 still watch them?' : ''}`,
      facts: [found.message],
      findings: [found],
      ranges,
      // Only the whole of a lock can be given back.
      about: { hosts, service: MONITOR_SERVICE, ranges: isGap ? ranges : heldBy(hosts, ranges, fleet) },
      steps: (about, sql) => [
        ...lockSteps(about, sql),
        isGap
          ? onRange(about, 'Activate it, once v1 has stopped there', 'activate-buckets')
          : onRange(about, 'Release what is not to be', 'release-buckets'),
      ],
    };
  });
};

/** The locks at fault, the newest first: it is the one that came upon another. */
function heldBy(
  hosts: readonly string[],
  ranges: readonly BucketRange[],
  { locks }: JudgedFleet,
): BucketRange[] {
  return locks
    .filter(({ host_id }) => hosts.includes(host_id))
    .toSorted((a, b) => (b.activated_at_ms ?? 0) - (a.activated_at_ms ?? 0))
    .map(rangeOf)
    .filter((held) => held.min > held.max || ranges.some((range) => meet(range, held)));
}
