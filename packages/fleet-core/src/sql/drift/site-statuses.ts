import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import { RUNNING, type SiteList, type SitePass, type SiteStatusCount } from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import type { TableNames } from '../table-names.ts';
import { isCountedFrom } from './drift-terms.ts';

const Row = z.object({ list_no: Count, site_status: z.int(), site_count: Count });

/**
 * The statuses of the active sites in buckets `fromBucket` … total − 1, of those only that can drift: sites on a list, and all
 * that are not running. One pass over the table, since no index has status or blog_id; lists of constants, because a
 * sorted list in memory is five times as quick to ask as a table, once for each site.
 */
export function siteStatuses(
  tables: TableNames,
  bucketTotal: number,
  { lists, after_blog_id, up_to_blog_id }: SitePass,
  fromBucket = 0,
): Query<SiteStatusCount[]> {
  const within = [
    ...(after_blog_id === null ? [] : [` AND site.blog_id > ${BigInt(after_blog_id)}`]),
    ...(up_to_blog_id === null ? [] : [` AND site.blog_id <= ${BigInt(up_to_blog_id)}`]),
  ];
  const listed = lists.map((list, index) => `WHEN ${isOn(list)} THEN ${index + 1} `);
  return {
    sql: `SELECT list_no, site_status, COUNT(*) AS site_count
FROM (SELECT CASE ${listed.join('')}WHEN TRUE THEN 0 END AS list_no, site.site_status
  FROM ${tables.sites} AS site
  WHERE ${isCountedFrom(fromBucket)}${within.join('')}) AS counted
WHERE site_status <> ${RUNNING} OR list_no > 0
GROUP BY list_no, site_status`,
    params: [bucketTotal - 1],
    read: (rows) =>
      z
        .array(Row)
        .parse(rows)
        .map(({ list_no, site_status, site_count }) => ({
          expected_statuses: lists[list_no - 1]?.expected_statuses ?? [RUNNING],
          site_status,
          count: site_count,
        })),
  };
}

function isOn({ blog_ids, sites }: SiteList): string {
  const siteIds = sites.map((site) => site.site_id);
  return `${isIn('site.blog_id', blog_ids)} OR ${isIn('site.jetpack_monitor_site_id', siteIds)}`;
}

function isIn(column: string, ids: readonly string[]): string {
  return ids.length === 0 ? 'FALSE' : `${column} IN (${ids.map(BigInt).join(',')})`;
}
