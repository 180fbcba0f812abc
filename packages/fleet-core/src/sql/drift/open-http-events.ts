import * as z from 'zod/mini';
import type { OpenHttpEvent } from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import { rowsInTurns } from '../rows-in-turns.ts';
import type { TableNames } from '../table-names.ts';
import { EXPECTED_STATUS, IS_OPEN_HTTP_EVENT } from './drift-terms.ts';

const Row = z.object({
  blog_id: z.string(),
  endpoint_id: z.nullable(z.string()),
  endpoint_blog_id: z.nullable(z.string()),
  expected_status: z.int(),
});

/**
 * The open http events, in no particular order. They are found by `dedup_key`, which is null once an event has ended:
 * open ones are few, ended ones are many. They are not grouped, which would cost the server ten times as much where
 * they are many all the same. Where events have no `endpoint_id`, all belong to whole blogs.
 */
export function openHttpEvents(tables: TableNames, hasEndpointIds: boolean): Query<OpenHttpEvent[]> {
  const [endpoint, join] = hasEndpointIds
    ? [
        'CAST(event.endpoint_id AS CHAR) AS endpoint_id, CAST(named.blog_id AS CHAR) AS endpoint_blog_id',
        `\nLEFT JOIN ${tables.sites} AS named ON named.jetpack_monitor_site_id = event.endpoint_id`,
      ]
    : ['NULL AS endpoint_id, NULL AS endpoint_blog_id', ''];
  return {
    sql: `SELECT CAST(event.blog_id AS CHAR) AS blog_id, ${endpoint}, ${EXPECTED_STATUS} AS expected_status
FROM ${tables.events} AS event${join}
WHERE ${IS_OPEN_HTTP_EVENT}`,
    params: [],
    read: (rows, pause) => rowsInTurns(Row, (event) => event, rows, pause),
  };
}
