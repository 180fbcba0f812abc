import * as z from 'zod/mini';
import { VANTAGE_COLUMNS } from '../../contract/verifliers.ts';
import type { VantageRow } from '../../domain/verifliers.ts';
import type { Query } from '../query.ts';
import { LIMIT_ROWS, type ReadableRows, readRows } from '../readable-rows.ts';

/** Whether a vantage has a token that is more than blanks: all that is ever asked of it. */
export const HAS_TOKEN = "COALESCE(auth_token REGEXP '[^[:space:]]', 0)";

const IsSet = z.pipe(
  z.number(),
  z.transform((value) => value !== 0),
);

const Row = z.object({ ...VANTAGE_COLUMNS, auth_token_present: IsSet, enabled: IsSet });

const FORMAT = { schema: Row, columns: ['vantage_id', 'auth_token_present', 'enabled'] } as const;

/** Every registered vantage, in no particular order. */
export function veriflierVantages(table: string): Query<ReadableRows<VantageRow>> {
  return {
    sql: `SELECT vantage_id, region, provider, endpoint_host, endpoint_port, ${HAS_TOKEN} AS auth_token_present, enabled
FROM ${table} ${LIMIT_ROWS}`,
    params: [],
    read: (found, pause) => readRows(FORMAT, (row) => row, found, pause),
  };
}
