import * as z from 'zod/mini';
import type { BucketOwnerRow } from '../domain/bucket-owner.ts';
import { columnDecoder } from './column-decoder.ts';
import { createKnownRows, type FoundRow } from './known-rows.ts';
import { HeartbeatTime, type Pause, type Query, UtcTime } from './query.ts';
import { isRow, LIMIT_ROWS, type Made, type ReadableRows, readRows } from './readable-rows.ts';
import type { TableNames } from './schema/table-names.ts';

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
  decode: columnDecoder(Row),
} as const;

const COLUMNS = FORMAT.columns.join(', ');

/** The owner rows, with the database's clock of when they were read. */
export type OwnersWithClock = { readonly now_ms: number; readonly owners: ReadableRows<BucketOwnerRow> };

/** Every row of dynamic bucket ownership, in no particular order, by itself or with the clock. */
export type BucketOwnerQueries = {
  readonly alone: Query<ReadableRows<BucketOwnerRow>>;
  readonly withClock: Query<OwnersWithClock>;
};

/** Without an owner the clock's row is there all the same. */
const ClockedRows = z.tuple([z.looseObject({ now_utc: UtcTime })], z.custom<FoundRow>(isRow));

/** Sent again, either query decodes only what has changed since one of them was read. */
export function bucketOwnerQueries(tables: TableNames): BucketOwnerQueries {
  const keeping = {
    known: createKnownRows<Made<z.infer<typeof Row>, BucketOwnerRow>>(),
    standsAlone: () => true,
  };
  const decode = (found: unknown, pause: Pause) => readRows(FORMAT, toBucketOwner, found, pause, keeping);
  return {
    alone: {
      sql: `SELECT ${COLUMNS} FROM ${tables.hosts} ${LIMIT_ROWS}`,
      params: [],
      isRepeated: true,
      read: decode,
    },
    withClock: {
      sql: `SELECT now_utc, ${COLUMNS} FROM (SELECT UTC_TIMESTAMP(6) AS now_utc) AS clock LEFT JOIN ${tables.hosts} ON TRUE ${LIMIT_ROWS}`,
      params: [],
      isRepeated: true,
      read: async (found, pause) => {
        const [first, ...others] = ClockedRows.parse(found);
        const owners = [first, ...others].flatMap((row) => (row.host_id === null ? [] : withoutClock(row)));
        return { now_ms: first.now_utc, owners: await decode(owners, pause) };
      },
    },
  };
}

function toBucketOwner({ last_heartbeat, ...owner }: z.infer<typeof Row>): BucketOwnerRow {
  return { ...owner, last_heartbeat_ms: last_heartbeat };
}

/** The columns by name, since to leave one out of thousands of rows costs ten times as much. */
function withoutClock({ host_id, bucket_min, bucket_max, last_heartbeat, status }: FoundRow): FoundRow {
  return { host_id, bucket_min, bucket_max, last_heartbeat, status };
}
