import * as z from 'zod/mini';
import { oneRow, type Query, UtcTime } from '../query.ts';

const Row = z.object({ now_utc: UtcTime });

/** The database's clock, in milliseconds since 1970: the `now` of every age and retry in a snapshot. */
export function databaseClock(): Query<number> {
  return {
    sql: 'SELECT UTC_TIMESTAMP(6) AS now_utc',
    params: [],
    read: (rows) => oneRow(Row, rows).now_utc,
  };
}
