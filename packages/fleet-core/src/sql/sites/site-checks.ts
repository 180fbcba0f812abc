import * as z from 'zod/mini';
import { Count } from '../../contract/scalars.ts';
import { oneRow, type Query } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';
import { createNewestChecksDecoder, type NewestCheck } from './newest-check.ts';

/** A site that is to be checked. */
export const IS_ACTIVE = 'monitor_active = 1';

/**
 * The newest check of each bucket that has active sites, where these say when they were checked; the index (bucket_no,
 * monitor_active, last_checked_at) tells it.
 */
export function newestChecks(tables: TableNames): Query<NewestCheck[]> {
  return {
    sql: `SELECT bucket_no, MAX(last_checked_at) AS newest_check
FROM ${tables.sites}
WHERE ${IS_ACTIVE}
GROUP BY bucket_no`,
    params: [],
    isRepeated: true,
    read: createNewestChecksDecoder(),
  };
}

const IntervalRow = z.object({ bucket_no: Count, shortest_interval: z.int() });

/** The shortest interval, in minutes, at which an active site of each of these buckets is to be checked. */
export function shortestIntervals(
  tables: TableNames,
  buckets: readonly number[],
): Query<Map<number, number>> {
  return {
    sql: `SELECT bucket_no, MIN(check_interval) AS shortest_interval
FROM ${tables.sites}
WHERE ${IS_ACTIVE} AND bucket_no IN (${buckets.map(() => '?').join(', ') || 'NULL'})
GROUP BY bucket_no`,
    params: buckets,
    read: (rows) =>
      new Map(
        z
          .array(IntervalRow)
          .parse(rows)
          .map((row) => [row.bucket_no, row.shortest_interval]),
      ),
  };
}

const OutsideRow = z.object({ site_count: Count });

/** How many active sites lie in buckets from the total on. */
export function sitesOutside(tables: TableNames, bucketTotal: number): Query<number> {
  return {
    sql: `SELECT COUNT(*) AS site_count FROM ${tables.sites} WHERE ${IS_ACTIVE} AND bucket_no >= ?`,
    params: [bucketTotal],
    read: (rows) => oneRow(OutsideRow, rows).site_count,
  };
}
