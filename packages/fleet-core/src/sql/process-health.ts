import * as z from 'zod/mini';
import { REPORTED_COLUMNS, type Reported } from '../contract/process.ts';
import type { ProcessHealth } from '../domain/process-health.ts';
import { type DependencyHealth, dependencyHealthReader } from './dependency-health.ts';
import { FlagOrNull, HeartbeatTime, type Query, UtcTimeOrNull } from './query.ts';
import { LIMIT_ROWS, type ReadableRows, readRows } from './readable-rows.ts';
import type { TableNames } from './table-names.ts';

/** The database keeps flags as numbers; the compiler asks for each. */
const FLAGS = {
  delivery_workers_enabled: FlagOrNull,
  wpcom_circuit_open: FlagOrNull,
} satisfies Record<FlagColumn, typeof FlagOrNull>;
type FlagColumn = {
  [Column in keyof Reported]: Reported[Column] extends boolean | null ? Column : never;
}[keyof Reported];

const Judged = z.object({
  started_at: z._default(UtcTimeOrNull, null),
  updated_at: HeartbeatTime,
  created_at: z._default(UtcTimeOrNull, null),
  dependency_health: z._default(z.nullable(z.string()), null),
});

/** A row is seen twice: as what is passed on, and as what is judged first. */
const FORMAT = {
  schema: z.pipe(
    z.transform((row) => ({ reported: row, judged: row })),
    z.object({ reported: z.object({ ...REPORTED_COLUMNS, ...FLAGS }), judged: Judged }),
  ),
  columns: ['process_id', 'host_id', 'process_type', 'state', 'health_status', 'updated_at'],
} as const;

/** Every process that has reported, in no particular order. */
export function processHealth(tables: TableNames): Query<ReadableRows<ProcessHealth>> {
  return {
    // All columns, because older and newer databases differ in them, and naming one that is not there would fail.
    sql: `SELECT * FROM ${tables.process_health} ${LIMIT_ROWS}`,
    params: [],
    read: (found, pause) => {
      const readDependencies = dependencyHealthReader();
      const toValue = (row: Row) => toProcessHealth(row, readDependencies(row.judged.dependency_health));
      return readRows(FORMAT, toValue, found, pause);
    },
  };
}

type Row = z.infer<typeof FORMAT.schema>;

function toProcessHealth(
  { reported, judged }: Row,
  { entries, readable, too_long }: DependencyHealth,
): ProcessHealth {
  return {
    reported,
    started_at_ms: judged.started_at,
    updated_at_ms: judged.updated_at,
    created_at_ms: judged.created_at,
    dependency_health: entries,
    dependency_health_readable: readable,
    ...(too_long === undefined ? {} : { dependency_health_too_long: too_long }),
  };
}
