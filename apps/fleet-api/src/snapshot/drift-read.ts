import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { hasDriftIndex } from 'fleet-core/sql/drift-index';
import { indexedDrift } from 'fleet-core/sql/indexed-drift';
import { openHttpEvents } from 'fleet-core/sql/open-http-events';
import { projectionDrift } from 'fleet-core/sql/projection-drift';
import { siteStatuses } from 'fleet-core/sql/site-statuses';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { startStopwatch } from '../stopwatch.ts';

/** With more blogs down than this, their list would be too long for one statement. */
export const MOST_LISTED_EVENTS = 20_000;

const INDEX_KNOWN_FOR_MS = 600_000;

/** Counts drifting sites in buckets 0 … total − 1. Rejects with a `DatabaseFailure`. */
export type ReadDrift = (bucketTotal: number, deadlineMs: number) => Promise<number>;

/**
 * Counts in the way that is cheap on this database. Whether the recommended index is there is looked up now
 * and then, and anew after every failure: without it the way that uses it would not end.
 */
export function createDriftRead(database: Database, tables: TableNames): ReadDrift {
  let known: { readonly isThere: boolean; readonly ageMs: () => number } | undefined;

  async function isIndexThere(deadlineMs: number): Promise<boolean> {
    if (known === undefined || known.ageMs() > INDEX_KNOWN_FOR_MS) {
      const ageMs = startStopwatch();
      const isThere = await database.read(hasDriftIndex(tables), deadlineMs);
      known = { isThere, ageMs };
    }
    return known.isThere;
  }

  return async (bucketTotal, deadlineMs) => {
    try {
      return (await isIndexThere(deadlineMs))
        ? await database.read(indexedDrift(tables, bucketTotal), deadlineMs)
        : await readInOnePass(database, tables, bucketTotal, deadlineMs);
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

/** Events and sites are read as of one instant: an event that opens in between is no drift. */
function readInOnePass(
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
