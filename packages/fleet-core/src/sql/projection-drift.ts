import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import { oneRow, type Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ drift_count: Count });

/**
 * Counts the pairs of an active site in buckets 0 … total − 1 and one of its open http events (or none)
 * whose site_status is not what the event calls for. Open events are found by `dedup_key`, which is null
 * once an event has ended: they are few, the ended ones are many.
 */
export function projectionDrift(tables: TableNames, bucketTotal: number): Query<number> {
  return {
    sql: `SELECT COUNT(*) AS drift_count
FROM ${tables.sites} AS site
LEFT JOIN (
  SELECT blog_id, state FROM ${tables.events} WHERE dedup_key IS NOT NULL AND check_type = 'http'
) AS event ON event.blog_id = site.blog_id
WHERE site.monitor_active = 1 AND site.bucket_no BETWEEN 0 AND ?
  AND NOT site.site_status <=> CASE event.state WHEN 'Down' THEN 2 WHEN 'Seems Down' THEN 0 ELSE 1 END`,
    params: [bucketTotal - 1],
    read: (rows) => oneRow(Row, rows).drift_count,
  };
}
