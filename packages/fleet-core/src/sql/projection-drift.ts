import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import { IS_COUNTED_SITE, IS_DRIFT, IS_OPEN_HTTP_EVENT } from './drift-terms.ts';
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
LEFT JOIN (SELECT blog_id, state FROM ${tables.events} WHERE ${IS_OPEN_HTTP_EVENT}) AS event ON event.blog_id = site.blog_id
WHERE ${IS_COUNTED_SITE} AND ${IS_DRIFT}`,
    params: [bucketTotal - 1],
    read: (rows) => oneRow(Row, rows).drift_count,
  };
}
