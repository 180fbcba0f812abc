import * as z from 'zod/mini';
import { Count } from '../contract/scalars.ts';
import type { OpenHttpEvents } from '../domain/projection.ts';
import { IS_OPEN_HTTP_EVENT } from './drift-terms.ts';
import type { Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const Row = z.object({ blog_id: z.string(), state: z.string(), event_count: Count });

/**
 * The open http events, by blog and state, at most `limit` of these. Open events are found by `dedup_key`,
 * which is null once an event has ended: they are few, the ended ones are many.
 */
export function openHttpEvents(tables: TableNames, limit: number): Query<OpenHttpEvents[]> {
  return {
    sql: `SELECT CAST(blog_id AS CHAR) AS blog_id, MIN(state) AS state, COUNT(*) AS event_count
FROM ${tables.events}
WHERE ${IS_OPEN_HTTP_EVENT}
GROUP BY ${tables.events}.blog_id, CAST(state AS BINARY)
LIMIT ?`,
    params: [limit],
    read: (rows) =>
      z
        .array(Row)
        .parse(rows)
        .map(({ event_count, ...event }) => ({ ...event, count: event_count })),
  };
}
