import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import { oneRow, type Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ drift_count: Count });

/**
 * Counts drift in one statement, by asking for the open http events of each site: the rule of `countDrift`
 * as SQL. Slower than reading the open events first, but its text stays short however many there are.
 */
export function projectionDrift(tables: TableNames, bucketTotal: number): Query<number> {
  return {
    sql: `SELECT COUNT(*) AS drift_count
FROM ${tables.sites} AS site
LEFT JOIN (
  SELECT blog_id, state FROM ${tables.events} WHERE dedup_key IS NOT NULL AND check_type = 'http'
) AS event ON event.blog_id = site.blog_id
WHERE site.monitor_active = 1 AND site.bucket_no BETWEEN 0 AND ?
  AND site.site_status <> CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END`,
    params: [bucketTotal - 1],
    read: (rows) => oneRow(Row, rows).drift_count,
  };
}
