import { hasDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { hasColumn } from 'fleet-core/sql/has-column';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { startStopwatch } from '../stopwatch.ts';

const SCHEMA_KNOWN_FOR_MS = 600_000;

/** What the tables that drift is read from have that not every database has. */
export type DriftSchema = { readonly hasIndex: boolean; readonly hasEndpointIds: boolean };

/** Hands a read the schema that it is to go by, and what is left of the deadline. Rejects as the read does, or with a `DatabaseFailure`. */
export type WithDriftSchema = <T>(
  deadlineMs: number,
  read: (schema: DriftSchema, remainingMs: number) => Promise<T>,
) => Promise<T>;

/**
 * Whether the recommended index is there is looked up now and then, and anew after every failure: without it the way
 * that uses it would not end.
 */
export function createDriftSchema(database: Database, tables: TableNames): WithDriftSchema {
  let known: { readonly schema: DriftSchema; readonly ageMs: () => number } | undefined;

  async function lookUp(remainingMs: () => number): Promise<DriftSchema> {
    if (known === undefined || known.ageMs() > SCHEMA_KNOWN_FOR_MS) {
      const ageMs = startStopwatch();
      const hasIndex = await database.read(hasDriftIndex(tables), remainingMs());
      const hasEndpointIds = await database.read(hasColumn(tables.events, 'endpoint_id'), remainingMs());
      known = { schema: { hasIndex, hasEndpointIds }, ageMs };
    }
    return known.schema;
  }

  return async (deadlineMs, read) => {
    const elapsedMs = startStopwatch();
    const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
    try {
      return await read(await lookUp(remainingMs), remainingMs());
    } catch (error) {
      known = undefined;
      throw error;
    }
  };
}
