import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import type { SiteStatusCount } from '../domain/projection.ts';
import { IS_COUNTED_SITE } from './drift-terms.ts';
import type { Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ listed_blog_id: z.nullable(z.string()), site_status: z.int(), site_count: Count });

/**
 * The statuses of the active sites in buckets 0 … total − 1, of those only that can drift: sites of the given
 * blogs, and all that are not running. One pass over the table, since no index has status or blog_id; a list
 * of constants, because a sorted list in memory is five times as quick to ask as a table, once for each site.
 */
export function siteStatuses(
  tables: TableNames,
  bucketTotal: number,
  blogIds: readonly string[],
): Query<SiteStatusCount[]> {
  const blogs = [...new Set(blogIds)].filter((id) => /^\d+$/.test(id)).join(', ') || 'NULL';
  return {
    sql: `SELECT CAST(IF(blog_id IN (${blogs}), blog_id, NULL) AS CHAR) AS listed_blog_id, site_status, COUNT(*) AS site_count
FROM ${tables.sites} AS site
WHERE ${IS_COUNTED_SITE}
  AND (site_status <> 1 OR (site_status = 1 AND blog_id IN (${blogs})))
GROUP BY listed_blog_id, site_status`,
    params: [bucketTotal - 1],
    read: (rows) =>
      z
        .array(Row)
        .parse(rows)
        .map((row) => ({
          blog_id: row.listed_blog_id,
          site_status: row.site_status,
          count: row.site_count,
        })),
  };
}
