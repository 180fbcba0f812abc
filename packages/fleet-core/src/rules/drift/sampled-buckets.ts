import { DRIFT_CAUSES } from '../../contract/answers/drift-detail.ts';
import type { DriftGroup } from '../../domain/drift-detail.ts';
import { causeOfDrift } from './drift-causes.ts';

/** Each cause is looked for in enough buckets to show so many of its sites. */
const ENOUGH_OF_A_CAUSE = 20;

/**
 * The buckets from which `most` sites are to be taken: the worst that have enough together, and of each cause the worst for
 * that. All of them when there are no more sites than that. In the order of their numbers.
 */
export function sampledBuckets(groups: readonly DriftGroup[], most: number): number[] {
  const ofEachCause = DRIFT_CAUSES.flatMap((cause) =>
    worstBuckets(
      groups.filter((group) => causeOfDrift(group) === cause),
      ENOUGH_OF_A_CAUSE,
    ),
  );
  return [...new Set([...worstBuckets(groups, most), ...ofEachCause])].sort((a, b) => a - b);
}

function worstBuckets(groups: readonly DriftGroup[], enough: number): number[] {
  const buckets: number[] = [];
  let sites = 0;
  const siteGroups = groups.map(({ bucket, site_count }) => ({ bucket, count: site_count }));
  for (const [bucket, count] of countByBucket(siteGroups)) {
    if (sites >= enough) break;
    buckets.push(bucket);
    sites += count;
  }
  return buckets;
}

/** How much drifts in each bucket, the worst first and those alike by their number. */
export function countByBucket(groups: readonly Pick<DriftGroup, 'bucket' | 'count'>[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const { bucket, count } of groups) counts.set(bucket, (counts.get(bucket) ?? 0) + count);
  return [...counts].sort(([a, countA], [b, countB]) => countB - countA || a - b);
}
