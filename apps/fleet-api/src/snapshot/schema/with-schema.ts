import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import { startStopwatch } from '../../stopwatch.ts';
import type { SchemaKeeper } from './keep-schema.ts';

/**
 * Hands a read the schema that it is to go by, and what is left of the deadline. The schema is looked up anew after every
 * failure: an index or a column may be gone, without which the way that uses it would not end. Rejects as the read does,
 * or with a `DatabaseFailure`.
 */
export async function withSchema<T>(
  schemas: SchemaKeeper,
  deadlineMs: number,
  read: (schema: DatabaseSchema, remainingMs: number) => Promise<T>,
): Promise<T> {
  const elapsedMs = startStopwatch();
  const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
  try {
    return await read(await schemas.now(remainingMs()), remainingMs());
  } catch (error) {
    schemas.doubt();
    throw error;
  }
}
