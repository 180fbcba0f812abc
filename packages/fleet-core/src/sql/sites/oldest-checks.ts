import * as z from 'zod/mini';
import type { BucketRange } from '../../contract/bucket-coverage.ts';
import { Count } from '../../contract/scalars.ts';
import type { BucketChecks } from '../../domain/range-readings.ts';
import { type Query, UtcTimeOrNull } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';
import { checkedSites } from './checked-sites.ts';
import { IS_ACTIVE } from './site-checks.ts';

const Row = z.object({ bucket_no: Count, oldest_check: UtcTimeOrNull });

/**
 * The oldest check of each bucket in the range that has active sites, in order; null when one was never checked. Where the
 * sites say it, those that never were are asked for apart, since a minimum passes over them: so the index (bucket_no,
 * monitor_active, last_checked_at) tells both with a few entries for each bucket, however many sites it has. Where
 * site_runtime does, each site of the range is looked up there.
 */
export function oldestChecks(
  tables: TableNames,
  { min, max }: BucketRange,
  alsoInSites = false,
): Query<BucketChecks[]> {
  const { from, checkedAt } = checkedSites(tables, alsoInSites);
  const inRange = `FROM ${from} WHERE ${IS_ACTIVE} AND bucket_no BETWEEN ? AND ?`;
  const isLookedUp = tables.site_runtime !== null;
  return {
    sql: isLookedUp
      ? `SELECT bucket_no, IF(COUNT(*) > COUNT(${checkedAt}), NULL, MIN(${checkedAt})) AS oldest_check ${inRange} GROUP BY bucket_no`
      : `SELECT bucket_no, MIN(last_checked_at) AS oldest_check ${inRange} GROUP BY bucket_no
UNION ALL
SELECT bucket_no, MIN(last_checked_at) AS oldest_check ${inRange} AND last_checked_at IS NULL GROUP BY bucket_no`,
    params: isLookedUp ? [min, max] : [min, max, min, max],
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
