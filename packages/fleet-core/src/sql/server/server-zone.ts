import * as z from 'zod/mini';
import type { ServerZone } from '../../domain/server-zone.ts';
import { oneRow, type Query } from '../query.ts';

const Seconds = z.nullable(z.int());
const Row = z.object({
  global_zone: z.string(),
  system_zone: z.string(),
  offset_now: Seconds,
  offset_winter: Seconds,
  offset_summer: Seconds,
});

/** The zone in which the server takes and gives times where a session does not say otherwise, as ours does. */
export function serverZone(): Query<ServerZone> {
  const offset = (utc: string) =>
    `TIMESTAMPDIFF(SECOND, ${utc}, CONVERT_TZ(${utc}, '+00:00', @@GLOBAL.time_zone))`;
  return {
    sql: `SELECT @@GLOBAL.time_zone AS global_zone, @@GLOBAL.system_time_zone AS system_zone,
  ${offset('UTC_TIMESTAMP()')} AS offset_now,
  ${offset("TIMESTAMP('2026-01-15 12:00:00')")} AS offset_winter,
  ${offset("TIMESTAMP('2026-07-15 12:00:00')")} AS offset_summer`,
    params: [],
    read: (rows) => toZone(oneRow(Row, rows)),
  };
}

function toZone(row: z.infer<typeof Row>): ServerZone {
  return {
    name: row.global_zone === 'SYSTEM' ? `SYSTEM (${row.system_zone})` : row.global_zone,
    offset_sec: row.offset_now,
    is_utc: [row.offset_now, row.offset_winter, row.offset_summer].every((offset) => offset === 0),
  };
}
