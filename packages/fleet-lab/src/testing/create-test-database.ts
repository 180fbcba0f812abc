import { inject } from 'vitest';
import type { SchemaOptions } from '../database/jetmon-tables.ts';
import { createLabDatabase, type LabDatabase } from '../database/lab-database.ts';
// Types `inject`.
import './database-for-tests.ts';

/** A fresh database on the run's server, for tests of the vitest project `db`. Drop it in `afterAll`. */
export function createTestDatabase(schema?: SchemaOptions): Promise<LabDatabase> {
  return createLabDatabase(inject('labServerAccess'), schema);
}
