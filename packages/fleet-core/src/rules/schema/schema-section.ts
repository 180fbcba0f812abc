import type { DatabaseSchema as DatabaseSchemaSection } from '../../contract/database-schema.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { DatabaseSchema } from '../../domain/database-schema.ts';
import { toInstant } from '../../domain/instant.ts';

/** What the database was found to be, as it is sent. */
export function schemaSection(schema: DatabaseSchema): Closed<DatabaseSchemaSection> {
  const { later_tables, checks_in, collations, other_tables, ...rest } = schema;
  return {
    ...rest,
    later_tables: [...later_tables],
    checks_in: [...checks_in],
    collations: [...collations],
    other_tables: other_tables === null ? null : toSection(other_tables),
  };
}

function toSection({
  table_prefix,
  newest_heartbeat_ms,
}: NonNullable<DatabaseSchema['other_tables']>): Closed<DatabaseSchemaSection>['other_tables'] {
  const newest_heartbeat = newest_heartbeat_ms === null ? null : toInstant(newest_heartbeat_ms);
  return { table_prefix, newest_heartbeat };
}
