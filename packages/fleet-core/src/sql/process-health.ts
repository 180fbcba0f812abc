import * as z from 'zod/mini';
import { REPORTED_COLUMNS, type Reported } from '../contract/process.ts';
import type { ProcessHealth } from '../domain/process-health.ts';
import { columnDecoder, type Decode } from './column-decoder.ts';
import { type DependencyHealth, dependencyHealthReader, isLong } from './dependency-health.ts';
import { createKnownRows } from './known-rows.ts';
import { FlagOrNull, HeartbeatTime, JsonText, type Query, UtcTimeOrNull } from './query.ts';
import { LIMIT_ROWS, type Made, type ReadableRows, readRows, type ToValue } from './readable-rows.ts';
import type { TableNames } from './schema/table-names.ts';

/** The database keeps flags as numbers; the compiler asks for each. */
const FLAGS = {
  delivery_workers_enabled: FlagOrNull,
  wpcom_circuit_open: FlagOrNull,
} satisfies Record<FlagColumn, typeof FlagOrNull>;
type FlagColumn = {
  [Column in keyof Reported]-?: Reported[Column] extends boolean | null ? Column : never;
}[keyof Reported];

const Judged = z.object({
  started_at: z._default(UtcTimeOrNull, null),
  updated_at: HeartbeatTime,
  created_at: z._default(UtcTimeOrNull, null),
  dependency_health: z._default(z.nullable(JsonText), null),
});

const PassedOn = z.object({ ...REPORTED_COLUMNS, ...FLAGS });

/** A row is seen twice: as what is passed on, and as what is judged first. */
const Row = z.pipe(
  z.transform((row) => ({ reported: row, judged: row })),
  z.object({ reported: PassedOn, judged: Judged }),
);
type Row = z.infer<typeof Row>;

const decodePassedOn = columnDecoder(PassedOn);
const decodeJudged = columnDecoder(Judged);

const decode: Decode<Row> = (row, before) => {
  const reported = decodePassedOn(row, before && { row: before.row, decoded: before.decoded.reported });
  const judged = decodeJudged(row, before && { row: before.row, decoded: before.decoded.judged });
  return reported === undefined || judged === undefined ? undefined : { reported, judged };
};

const FORMAT = {
  schema: Row,
  decode,
  columns: ['process_id', 'host_id', 'process_type', 'state', 'health_status', 'updated_at'],
} as const;

/** Every process that has reported, in no particular order. Sent again, it decodes only what has changed. */
export function processHealth(tables: TableNames): Query<ReadableRows<ProcessHealth>> {
  // What is read of a long list hangs on how long the others are.
  const standsAlone = ({ judged }: Row) => !isLong(judged.dependency_health);
  const keeping = { known: createKnownRows<Made<Row, ProcessHealth>>(), standsAlone };
  return {
    // All columns, because older and newer databases differ in them, and naming one that is not there would fail.
    sql: `SELECT * FROM ${tables.process_health} ${LIMIT_ROWS}`,
    params: [],
    isRepeated: true,
    read: (found, pause) => {
      const readDependencies = dependencyHealthReader();
      const toValue: ToValue<Row, ProcessHealth> = (row, before) => {
        const column = row.judged.dependency_health;
        const isAsBefore = before !== undefined && before.decoded.judged.dependency_health === column;
        return toProcessHealth(row, isAsBefore ? dependenciesOf(before.made) : readDependencies(column));
      };
      return readRows(FORMAT, toValue, found, pause, keeping);
    },
  };
}

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

function dependenciesOf(made: ProcessHealth): DependencyHealth {
  const { dependency_health, dependency_health_readable, dependency_health_too_long } = made;
  return {
    entries: dependency_health,
    readable: dependency_health_readable,
    ...(dependency_health_too_long === undefined ? {} : { too_long: dependency_health_too_long }),
  };
}
