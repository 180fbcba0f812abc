import type { DriftCount } from 'fleet-core/domain/projection';
import { countDrift } from 'fleet-core/rules/drift/drift-count';
import { listSites } from 'fleet-core/rules/drift/site-lists';
import { splitSiteLists } from 'fleet-core/rules/drift/site-passes';
import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import { siteStatuses } from 'fleet-core/sql/drift/site-statuses';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { createDriftSchema } from './drift-schema.ts';

/** Counts drifting sites in buckets `fromBucket`, or 0, … total − 1. Rejects with a `DatabaseFailure`. */
export type ReadDrift = (bucketTotal: number, deadlineMs: number, fromBucket?: number) => Promise<DriftCount>;

/** Counts in the way that is cheap on this database. */
export function createDriftRead(database: Database, tables: TableNames): ReadDrift {
  const withSchema = createDriftSchema(database, tables);
  return (bucketTotal, deadlineMs, fromBucket) =>
    withSchema(deadlineMs, ({ hasIndex, hasEndpointIds }, remainingMs) =>
      hasIndex
        ? database.read(indexedDrift(tables, bucketTotal, hasEndpointIds, fromBucket), remainingMs)
        : readInPasses(database, tables, { bucketTotal, hasEndpointIds, fromBucket }, remainingMs),
    );
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
