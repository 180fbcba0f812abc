import * as z from 'zod/mini';
import type { BucketRange } from '../contract/bucket-coverage.ts';
import { Count } from '../contract/scalars.ts';
import type { BucketChecks } from '../domain/range-readings.ts';
import { type Query, UtcTimeOrNull } from './query.ts';
import { IS_ACTIVE } from './site-checks.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ bucket_no: Count, oldest_check: UtcTimeOrNull });

/**
 * The oldest check of each bucket in the range that has active sites, in order. Those that were never checked are asked
 * for apart, since a minimum passes over them: so the index (bucket_no, monitor_active, last_checked_at) tells both with a
 * few entries for each bucket, however many sites it has.
 */
export function oldestChecks(tables: TableNames, { min, max }: BucketRange): Query<BucketChecks[]> {
  const inRange = `FROM ${tables.sites} WHERE ${IS_ACTIVE} AND bucket_no BETWEEN ? AND ?`;
  return {
    sql: `SELECT bucket_no, MIN(last_checked_at) AS oldest_check ${inRange} GROUP BY bucket_no
UNION ALL
SELECT bucket_no, MIN(last_checked_at) AS oldest_check ${inRange} AND last_checked_at IS NULL GROUP BY bucket_no`,
    params: [min, max, min, max],
    read: (rows) => {
      const oldest = new Map<number, number | null>();
      for (const { bucket_no, oldest_check } of z.array(Row).parse(rows)) {
        oldest.set(bucket_no, oldest.has(bucket_no) ? null : oldest_check);
      }
      return [...oldest]
        .map(([bucket_no, oldest_check_ms]) => ({ bucket_no, oldest_check_ms }))
        .sort((a, b) => a.bucket_no - b.bucket_no);
    },
  };
}
