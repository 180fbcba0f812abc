import * as z from 'zod/mini';
import { Text } from '../../contract/scalars.ts';
import type { BucketLocks, RangeLock, RolloutLocks } from '../../domain/rollout-control.ts';
import { type Query, UtcTimeOrNull } from '../query.ts';
import { LIMIT_ROWS, readRows } from '../readable-rows.ts';

const Row = z.object({
  host_id: z.string(),
  kind: z.string(),
  lock_id: Text,
  run_id: Text,
  bucket_min: z.int(),
  bucket_max: z.int(),
  change_ref: Text,
  activated_at: UtcTimeOrNull,
});

const FORMAT = {
  schema: Row,
  columns: ['host_id', 'kind', 'lock_id', 'run_id', 'bucket_min', 'bucket_max', 'change_ref', 'activated_at'],
} as const;

/** The locks that are held, and the names of the rows that could not be decoded. */
export type ReadLocks = { readonly locks: RolloutLocks; readonly unreadable: readonly string[] };

/**
 * Every range lock that is held and, where the database has them, the locks of single buckets, those in a row as one. One
 * statement, so that both are of one moment; what was released is not read.
 */
export function rolloutLocks(rangeLocks: string, bucketLocks: string | null): Query<ReadLocks> {
  return {
    sql: `SELECT owner_host AS host_id, 'range' AS kind, CAST(id AS CHAR) AS lock_id, run_id, bucket_min, bucket_max,
  change_ref, activated_at
FROM ${rangeLocks}
WHERE status = 'active'
${bucketLocks === null ? '' : `UNION ALL\n${runsOf(bucketLocks)}\n`}${LIMIT_ROWS}`,
    params: [],
    read: async (found, pause) => {
      const { rows, unreadable } = await readRows(FORMAT, (row) => row, found, pause);
      const ranges = rows.filter(({ kind }) => kind === 'range').map(toRangeLock);
      const buckets =
        bucketLocks === null ? null : rows.filter(({ kind }) => kind === 'bucket').map(toBuckets);
      return { locks: { ranges, buckets }, unreadable };
    },
  };
}

/** Buckets in a row differ from their rank by the same number. */
function runsOf(bucketLocks: string): string {
  return `SELECT owner_host, 'bucket', CAST(range_lock_id AS CHAR), run_id, MIN(bucket_no), MAX(bucket_no), '', NULL
FROM (
  SELECT bucket_no, run_id, range_lock_id, owner_host,
    CAST(bucket_no AS SIGNED) - CAST(ROW_NUMBER() OVER (
      PARTITION BY range_lock_id, owner_host, run_id ORDER BY bucket_no
    ) AS SIGNED) AS run_no
  FROM ${bucketLocks}
  WHERE status = 'active'
) AS ranked
GROUP BY range_lock_id, owner_host, run_id, run_no`;
}

type Row = z.infer<typeof Row>;

function toBuckets({ lock_id, run_id, host_id, bucket_min, bucket_max }: Row): BucketLocks {
  return { lock_id, run_id, host_id, bucket_min, bucket_max };
}

function toRangeLock({ change_ref, activated_at, ...row }: Row): RangeLock {
  return { ...toBuckets({ change_ref, activated_at, ...row }), change_ref, activated_at_ms: activated_at };
}
