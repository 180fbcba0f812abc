import type { DriftCount } from 'fleet-core/domain/projection';
import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { createRangedDrift } from './drift-in-ranges.ts';
import { createDriftSchema } from './drift-schema.ts';
import type { Pace } from './work-pace.ts';

/** Counts drifting sites in buckets `fromBucket`, or 0, … total − 1. Rejects with a `DatabaseFailure`. */
export type ReadDrift = (bucketTotal: number, pace: Pace, fromBucket?: number) => Promise<DriftCount>;

/** Counts in the way that is cheap on this database. */
export function createDriftRead(database: Database, tables: TableNames): ReadDrift {
  const withSchema = createDriftSchema(database, tables);
  const countInRanges = createRangedDrift(database, tables);
  return (bucketTotal, pace, fromBucket) =>
    withSchema(pace.remainingMs(), ({ hasIndex, hasEndpointIds }) =>
      hasIndex
        ? database.read(indexedDrift(tables, bucketTotal, hasEndpointIds, fromBucket), pace.remainingMs())
        : countInRanges({ bucketTotal, hasEndpointIds, fromBucket }, pace),
    );
}
