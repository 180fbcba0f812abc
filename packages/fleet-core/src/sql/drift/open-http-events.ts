import * as z from 'zod/mini';
import {
  ALL_SITES,
  type LocatedHttpEvent,
  type OpenHttpEvent,
  type SiteRange,
} from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import { rowsInTurns } from '../rows-in-turns.ts';
import type { TableNames } from '../schema/table-names.ts';
import { EXPECTED_STATUS, IS_OF_BLOG, IS_OPEN_HTTP_EVENT } from './drift-terms.ts';

const Row = z.object({
  blog_id: z.string(),
  endpoint_id: z.nullable(z.string()),
  expected_status: z.int(),
});
const LocatedRow = z.extend(Row, { endpoint_blog_id: z.nullable(z.string()) });

/**
 * The open http events, in no particular order. They are found by `dedup_key`, which is null once an event has ended:
 * open ones are few, ended ones are many. They are not grouped, which would cost the server ten times as much where
 * they are many all the same. Where events have no `endpoint_id`, all belong to whole blogs. Of those that name a site
 * only those that name one in the range are told.
 */
export function openHttpEvents(
  { events }: TableNames,
  hasEndpointIds: boolean,
  range: SiteRange = ALL_SITES,
): Query<OpenHttpEvent[]> {
  return {
    sql: `SELECT ${columnsOf(hasEndpointIds)}
FROM ${events} AS event
WHERE ${IS_OPEN_HTTP_EVENT}${hasEndpointIds ? isOfRange(range) : ''}`,
    params: [],
    read: (rows, pause) => rowsInTurns(Row, (event) => event, rows, pause),
  };
}

/** The same, each with the blog of the site that it names: one look-up more for each event that names one. */
export function locatedHttpEvents(tables: TableNames, hasEndpointIds: boolean): Query<LocatedHttpEvent[]> {
  const [blog, join] = hasEndpointIds
    ? [
        'CAST(named.blog_id AS CHAR)',
        `\nLEFT JOIN ${tables.sites} AS named ON named.jetpack_monitor_site_id = event.endpoint_id`,
      ]
    : ['NULL', ''];
  return {
    sql: `SELECT ${columnsOf(hasEndpointIds)}, ${blog} AS endpoint_blog_id
FROM ${tables.events} AS event${join}
WHERE ${IS_OPEN_HTTP_EVENT}`,
    params: [],
    read: (rows, pause) => rowsInTurns(LocatedRow, (event) => event, rows, pause),
  };
}

function isOfRange({ after_id, up_to_id }: SiteRange): string {
  const within = [
    ...(after_id === null ? [] : [`event.endpoint_id > ${BigInt(after_id)}`]),
    ...(up_to_id === null ? [] : [`event.endpoint_id <= ${BigInt(up_to_id)}`]),
  ];
  return within.length === 0 ? '' : ` AND (${IS_OF_BLOG} OR ${within.join(' AND ')})`;
}

function columnsOf(hasEndpointIds: boolean): string {
  const endpoint = hasEndpointIds ? 'CAST(event.endpoint_id AS CHAR)' : 'NULL';
  return `CAST(event.blog_id AS CHAR) AS blog_id, ${endpoint} AS endpoint_id, ${EXPECTED_STATUS} AS expected_status`;
}
