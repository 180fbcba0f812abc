import { DRIFT_CAUSES, type DriftDetail, type DriftingSite } from '../../contract/answers/drift-detail.ts';
import { SCHEMA_VERSION } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { BucketStatusCount, DriftGroup, DriftSample, SampleSite } from '../../domain/drift-detail.ts';
import { toInstant } from '../../domain/instant.ts';
import { causeOfDrift, DRIFT_CAUSE_TEXTS } from './drift-causes.ts';
import { countDrift } from './drift-count.ts';
import { withoutBuckets } from './projection-drift.ts';
import { countByBucket } from './sampled-buckets.ts';

/** Buckets that are listed; the others are counted together. */
const MOST_BUCKETS = 20;

/** Sites that share bucket and status, as the rule counts them. */
export function toDriftGroup({ expected_statuses, ...sites }: BucketStatusCount): DriftGroup {
  return { ...sites, site_count: sites.count, count: countDrift([{ expected_statuses, ...sites }]) };
}

/** Drift by cause and by bucket. `read_at_ms` is the database's clock; nothing was read where there are no buckets. */
export function judgeDriftDetail(
  read: { readonly sample: DriftSample; readonly read_at_ms: number } | null,
  bucketTotal: number,
): Closed<DriftDetail> {
  if (read === null) {
    const nothing = { buckets: 0, count: 0 };
    return {
      schema_version: SCHEMA_VERSION,
      checked_at: null,
      rule: null,
      count: null,
      site_count: null,
      error: withoutBuckets(bucketTotal),
      by_cause: [],
      by_bucket: [],
      other_buckets: nothing,
      sites: [],
      truncated: false,
    };
  }
  const { rule, groups, sites } = read.sample;
  const site_count = groups.reduce((sum, group) => sum + group.site_count, 0);
  const by_cause = countByCause(groups);
  const buckets = countByBucket(groups).map(([bucket, count]) => ({ bucket, count }));
  const others = buckets.slice(MOST_BUCKETS);
  const order = by_cause.map(({ code }) => code);
  const listed = sites.map((site): Closed<DriftingSite> => ({ ...site, cause: causeOfDrift(site) }));
  return {
    schema_version: SCHEMA_VERSION,
    checked_at: toInstant(read.read_at_ms),
    rule,
    count: total(groups),
    site_count,
    by_cause,
    by_bucket: buckets.slice(0, MOST_BUCKETS),
    other_buckets: { buckets: others.length, count: total(others) },
    sites: listed.sort(
      (a, b) => order.indexOf(a.cause) - order.indexOf(b.cause) || a.bucket - b.bucket || byId(a, b),
    ),
    truncated: site_count > listed.length,
  };
}

function countByCause(groups: readonly DriftGroup[]) {
  return DRIFT_CAUSES.map((code) => ({
    code,
    count: total(groups.filter((group) => causeOfDrift(group) === code)),
    ...DRIFT_CAUSE_TEXTS[code],
  }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
}

function total(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((sum, { count }) => sum + count, 0);
}

function byId(a: SampleSite, b: SampleSite): number {
  const [idA, idB] = [BigInt(a.site_id), BigInt(b.site_id)];
  return idA < idB ? -1 : Number(idA > idB);
}
