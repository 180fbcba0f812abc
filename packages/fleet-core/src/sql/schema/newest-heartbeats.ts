import * as z from 'zod/mini';
import { TABLE_PREFIXES } from '../../contract/database-schema.ts';
import type { NewestHeartbeats } from '../../domain/database-schema.ts';
import { oneRow, type Query, UtcTimeOrNull } from '../query.ts';
import { namesUnder } from './table-names.ts';

const Row = z.object({ jetmon: UtcTimeOrNull, jetpack_monitor: UtcTimeOrNull });

/** The newest heartbeat under each prefix, for a database that has tables of processes of both. */
export function newestHeartbeats(): Query<NewestHeartbeats> {
  const newest = TABLE_PREFIXES.map(
    (prefix) => `(SELECT MAX(updated_at) FROM ${namesUnder(prefix).process_health}) AS ${prefix}`,
  );
  return {
    sql: `SELECT ${newest.join(',\n  ')}`,
    params: [],
    read: (rows) => oneRow(Row, rows),
  };
}
