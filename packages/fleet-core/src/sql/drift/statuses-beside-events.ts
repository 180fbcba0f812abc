import * as z from 'zod/mini';
import type { OpenHttpEvent, SitePass, SiteStatusCount } from '../../domain/projection.ts';
import type { Query } from '../query.ts';
import type { TableNames } from '../schema/table-names.ts';
import { openHttpEvents } from './open-http-events.ts';
import { siteStatuses } from './site-statuses.ts';

const Row = z.looseObject({ list_no: z.nullable(z.unknown()) });

/** Sites counted by the events that a pass knows of, and the events there are: as of one instant, since one statement reads both. */
export type StatusesBesideEvents = {
  readonly statuses: readonly SiteStatusCount[];
  readonly events: readonly OpenHttpEvent[];
};

/** What `siteStatuses` and `openHttpEvents` read, in one statement; the statuses mean something if the events are those of the pass. */
export function statusesBesideEvents(
  tables: TableNames,
  bucketTotal: number,
  pass: SitePass,
  hasEndpointIds: boolean,
  fromBucket = 0,
): Query<StatusesBesideEvents> {
  const statuses = siteStatuses(tables, bucketTotal, pass, fromBucket);
  const events = openHttpEvents(tables, hasEndpointIds);
  return {
    sql: `SELECT list_no, site_status, site_count, NULL AS blog_id, NULL AS endpoint_id, NULL AS expected_status
FROM (${statuses.sql}) AS statuses
UNION ALL
SELECT NULL, NULL, NULL, blog_id, endpoint_id, expected_status
FROM (${events.sql}) AS events`,
    params: [...statuses.params, ...events.params],
    read: async (rows, pause) => {
      const found = z.array(Row).parse(rows);
      return {
        statuses: await statuses.read(
          found.filter(({ list_no }) => list_no !== null),
          pause,
        ),
        events: await events.read(
          found.filter(({ list_no }) => list_no === null),
          pause,
        ),
      };
    },
  };
}
