import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import { IS_COUNTED_SITE, IS_DRIFT, IS_OPEN_HTTP_EVENT } from './drift-terms.ts';
import { oneRow, type Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ drift_count: Count });

/** More than any table has: a limited list is read once and kept, and not looked up anew for each site. */
const NO_LIMIT = '18446744073709551615';

/**
 * Counts drift in one statement that reads, with the recommended index, no more than the sites that can drift:
 * those of the open events that are running, and all that are not. Without that index it must not be run: it would
 * read the whole table of sites for each open event.
 */
export function indexedDrift(tables: TableNames, bucketTotal: number): Query<number> {
  const running = `SELECT COUNT(*) FROM ${tables.events} AS event
JOIN ${tables.sites} AS site ON site.site_status = 1 AND site.blog_id = event.blog_id
WHERE ${IS_OPEN_HTTP_EVENT} AND ${IS_COUNTED_SITE} AND ${IS_DRIFT}`;
  const others = `SELECT COUNT(*) FROM ${tables.sites} AS site
LEFT JOIN (SELECT blog_id, state FROM ${tables.events} WHERE ${IS_OPEN_HTTP_EVENT} LIMIT ${NO_LIMIT}) AS event
  ON event.blog_id = site.blog_id
WHERE site.site_status <> 1 AND ${IS_COUNTED_SITE} AND ${IS_DRIFT}`;
  return {
    sql: `SELECT (${running})\n+ (${others}) AS drift_count`,
    params: [bucketTotal - 1, bucketTotal - 1],
    read: (rows) => oneRow(Row, rows).drift_count,
  };
}
