import type { DriftCount } from 'fleet-core/domain/projection';
import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import type { Database } from '../../database/database.ts';
import type { Pace } from '../aside/work-pace.ts';
import type { SchemaKeeper } from '../schema/keep-schema.ts';
import { withSchema } from '../schema/with-schema.ts';
import { createDriftAtOnce } from './drift-at-once.ts';
import { createRangedDrift } from './drift-in-ranges.ts';

/** Counts drifting sites in buckets `fromBucket`, or 0, … total − 1. Rejects with a `DatabaseFailure`. */
export type ReadDrift = (bucketTotal: number, pace: Pace, fromBucket?: number) => Promise<DriftCount>;

/** Counts in the way that is cheap on this database. */
export function createDriftRead(database: Database, schemas: SchemaKeeper): ReadDrift {
  const countListed = createDriftAtOnce(database, createRangedDrift(database));
  return (bucketTotal, pace, fromBucket) =>
    withSchema(schemas, pace.remainingMs(), (schema) => {
      const tables = tableNames(schema);
      const { has_drift_index, has_endpoint_ids: hasEndpointIds } = schema;
      return has_drift_index
        ? database.read(indexedDrift(tables, bucketTotal, hasEndpointIds, fromBucket), pace.remainingMs())
        : countListed({ tables, bucketTotal, hasEndpointIds, fromBucket }, pace);
    });
}
