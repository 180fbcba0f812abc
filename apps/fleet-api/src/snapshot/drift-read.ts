import { countDrift } from 'fleet-core/rules/drift-count';
import { openHttpEvents } from 'fleet-core/sql/open-http-events';
import { projectionDrift } from 'fleet-core/sql/projection-drift';
import { siteStatuses } from 'fleet-core/sql/site-statuses';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';

/** With more blogs down than this, their list would be too long for one statement. */
export const MOST_LISTED_EVENTS = 20_000;

/** Counts drifting sites. Events and sites are read as of one instant: an event that opens in between is no drift. */
export function readDrift(
  database: Database,
  tables: TableNames,
  bucketTotal: number,
  deadlineMs: number,
): Promise<number> {
  return database.readTogether(async (send) => {
    const events = await send(openHttpEvents(tables, MOST_LISTED_EVENTS + 1));
    if (events.length > MOST_LISTED_EVENTS) return send(projectionDrift(tables, bucketTotal));
    const blogIds = events.map((event) => event.blog_id);
    return countDrift(events, await send(siteStatuses(tables, bucketTotal, blogIds)));
  }, deadlineMs);
}
