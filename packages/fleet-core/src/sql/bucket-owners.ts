import * as z from 'zod/mini';
import type { BucketOwnerRow } from '../domain/bucket-owner.ts';
import { HeartbeatTime, type Query } from './query.ts';
import { LIMIT_ROWS, type ReadableRows, readRows } from './readable-rows.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({
  host_id: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
  last_heartbeat: HeartbeatTime,
  status: z.string(),
});

const FORMAT = {
  schema: Row,
  columns: ['host_id', 'bucket_min', 'bucket_max', 'last_heartbeat', 'status'],
} as const;

/** Every row of dynamic bucket ownership, in no particular order. */
export function bucketOwners(tables: TableNames): Query<ReadableRows<BucketOwnerRow>> {
  return {
    sql: `SELECT host_id, bucket_min, bucket_max, last_heartbeat, status FROM ${tables.hosts} ${LIMIT_ROWS}`,
    params: [],
    read: (found, pause) => readRows(FORMAT, toBucketOwner, found, pause),
  };
}

function toBucketOwner({ last_heartbeat, ...owner }: z.infer<typeof Row>): BucketOwnerRow {
  return { ...owner, last_heartbeat_ms: last_heartbeat };
}
