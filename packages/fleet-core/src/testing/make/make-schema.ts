import { LATER_TABLES } from '../../contract/database-schema.ts';
import type { DatabaseSchema } from '../../domain/database-schema.ts';

/** A database of the first age, on MariaDB. */
export function makeSchema(overrides: Partial<DatabaseSchema> = {}): DatabaseSchema {
  return {
    table_prefix: 'jetmon',
    later_tables: [],
    checks_in: ['sites'],
    has_endpoint_ids: true,
    has_drift_index: false,
    flavour: 'mariadb',
    version: '10.11.6-MariaDB',
    collations: ['utf8mb4_general_ci'],
    other_tables: null,
    ...overrides,
  };
}

/** A database that has all the later tables. */
export function makeLaterSchema(): DatabaseSchema {
  return makeSchema({
    table_prefix: 'jetpack_monitor',
    later_tables: LATER_TABLES,
    checks_in: ['site_runtime'],
  });
}
