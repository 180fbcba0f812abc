import type { DriftCount } from 'fleet-core/domain/projection';
import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { listSites } from 'fleet-core/rules/drift/site-lists';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import { hasDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import { siteStatuses } from 'fleet-core/sql/drift/site-statuses';
import { hasColumn } from 'fleet-core/sql/has-column';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { startStopwatch } from '../stopwatch.ts';

const SCHEMA_KNOWN_FOR_MS = 600_000;

/** What the tables have that not every database has. */
type Schema = { readonly hasIndex: boolean; readonly hasEndpointIds: boolean };

/** Counts drifting sites in buckets `fromBucket`, or 0, … total − 1. Rejects with a `DatabaseFailure`. */
export type ReadDrift = (bucketTotal: number, deadlineMs: number, fromBucket?: number) => Promise<DriftCount>;

/**
 * Counts in the way that is cheap on this database. Whether the recommended index is there is looked up now
 * and then, and anew after every failure: without it the way that uses it would not end.
 */
export function createDriftRead(database: Database, tables: TableNames): ReadDrift {
  let known: { readonly schema: Schema; readonly ageMs: () => number } | undefined;

  async function lookUpSchema(deadlineMs: number): Promise<Schema> {
    if (known === undefined || known.ageMs() > SCHEMA_KNOWN_FOR_MS) {
      const ageMs = startStopwatch();
      const hasIndex = await database.read(hasDriftIndex(tables), deadlineMs);
      const hasEndpointIds = await database.read(hasColumn(tables.events, 'endpoint_id'), deadlineMs);
      known = { schema: { hasIndex, hasEndpointIds }, ageMs };
    }
    return known.schema;
  }

  return async (bucketTotal, deadlineMs, fromBucket) => {
    try {
      const { hasIndex, hasEndpointIds } = await lookUpSchema(deadlineMs);
      return hasIndex
        ? await database.read(indexedDrift(tables, bucketTotal, hasEndpointIds, fromBucket), deadlineMs)
        : await readInPasses(database, tables, { bucketTotal, hasEndpointIds, fromBucket }, deadlineMs);
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}

type Counted = {
  readonly bucketTotal: number;
  readonly hasEndpointIds: boolean;
  readonly fromBucket: number | undefined;
};

/** Events and sites are read as of one instant: an event that opens in between is no drift. */
function readInPasses(
  database: Database,
  tables: TableNames,
  { bucketTotal, hasEndpointIds, fromBucket }: Counted,
  deadlineMs: number,
): Promise<DriftCount> {
  return database.readTogether(async (send) => {
    const { rule, lists } = listSites(await send(openHttpEvents(tables, hasEndpointIds)));
    let count = 0;
    for (const pass of splitSiteLists(lists)) {
      count += countDrift(await send(siteStatuses(tables, bucketTotal, pass, fromBucket)));
    }
    return { rule, count };
  }, deadlineMs);
}
