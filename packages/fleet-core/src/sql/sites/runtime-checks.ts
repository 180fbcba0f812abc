import type { Query } from '../query.ts';
import { createNewestChecksDecoder, type NewestCheck } from './newest-check.ts';
import { IS_ACTIVE } from './site-checks.ts';

/** Of a thousand buckets that are checked alike, hardly ever is one missing among so many of the newest checks. */
const NEWEST = 12_000;

/** The tables that tell when sites were checked, in a database that has site_runtime. */
export type RuntimeTables = { readonly sites: string; readonly site_runtime: string };

/**
 * Each bucket that has active sites, with its newest check by site_runtime; null where that is not among the newest of the
 * whole fleet. No index holds bucket and check together: so the newest checks are looked at by theirs, and each one's
 * site is looked up, which costs the same for any number of sites. Of a bucket among them the newest check is.
 */
export function newestRuntimeChecks(
  { sites, site_runtime }: RuntimeTables,
  newest = NEWEST,
): Query<NewestCheck[]> {
  return {
    sql: `SELECT held.bucket_no, reached.newest_check
FROM (SELECT bucket_no FROM ${sites} WHERE ${IS_ACTIVE} GROUP BY bucket_no) AS held
LEFT JOIN (
  SELECT site.bucket_no, MAX(checked.last_checked_at) AS newest_check
  FROM (SELECT source_site_id, last_checked_at FROM ${site_runtime} WHERE last_checked_at IS NOT NULL
    ORDER BY last_checked_at DESC LIMIT ${newest}) AS checked
  STRAIGHT_JOIN ${sites} AS site ON site.jetpack_monitor_site_id = checked.source_site_id
  WHERE site.${IS_ACTIVE}
  GROUP BY site.bucket_no
) AS reached ON reached.bucket_no = held.bucket_no`,
    params: [],
    isRepeated: true,
    read: createNewestChecksDecoder(),
  };
}

/** The newest check of each of these buckets by site_runtime, null when no active site of it was ever checked; each of their sites is looked up. */
export function newestRuntimeChecksOf(
  tables: RuntimeTables,
  buckets: readonly number[],
): Query<NewestCheck[]> {
  const { sites, site_runtime } = tables;
  return {
    sql: `SELECT bucket_no, MAX(runtime.last_checked_at) AS newest_check
FROM ${sites} LEFT JOIN ${site_runtime} AS runtime ON runtime.source_site_id = ${sites}.jetpack_monitor_site_id
WHERE ${IS_ACTIVE} AND bucket_no IN (${buckets.map(() => '?').join(', ') || 'NULL'})
GROUP BY bucket_no`,
    params: buckets,
    read: createNewestChecksDecoder(),
  };
}
