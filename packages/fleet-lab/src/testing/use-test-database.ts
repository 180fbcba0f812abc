import { afterAll, beforeAll } from 'vitest';
import type { SchemaOptions } from '../database/jetmon-tables.ts';
import type { LabDatabase } from '../database/lab-database.ts';
import { createTestDatabase } from './create-test-database.ts';

/**
 * One database for the tests of a file or `describe`, made before the first of them and dropped after the last.
 * Returns how to get at it in tests and in hooks that come after this one; earlier it throws.
 */
export function useTestDatabase(schema?: SchemaOptions): () => LabDatabase {
  let database: LabDatabase | undefined;
  beforeAll(async () => {
    database = await createTestDatabase(schema);
  });
  afterAll(() => database?.drop());
  return () => {
    if (database === undefined) throw new Error('the test database is made in beforeAll');
    return database;
  };
}
