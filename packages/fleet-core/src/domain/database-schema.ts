import type {
  CheckPlace,
  DatabaseSchema as DatabaseSchemaSection,
  LaterTable,
  TablePrefix,
} from '../contract/database-schema.ts';
import type { Closed } from '../contract/scalars.ts';

/** The tables that every Jetmon 2 database has under its prefix, by what they hold. */
export type FirstTable = 'process_health' | 'hosts' | 'webhook_deliveries' | 'alert_deliveries' | 'events';

/** What a database was found to hold, before it is decided which of it is read. */
export type FoundSchema = {
  readonly flavour: Closed<DatabaseSchemaSection>['flavour'];
  readonly version: string;
  /** Which tables there are under each prefix. */
  readonly tables: Readonly<Record<TablePrefix, ReadonlySet<FirstTable | LaterTable>>>;
  readonly sites_have_checks: boolean;
  readonly has_drift_index: boolean;
  /** Under which prefix events have a column for the site. */
  readonly endpoint_ids: ReadonlySet<TablePrefix>;
  /** Of the columns whose words are compared, under each prefix. */
  readonly collations: Readonly<Record<TablePrefix, readonly string[]>>;
};

/** The newest heartbeat under each prefix, on the database's clock; null where no process has a row. */
export type NewestHeartbeats = Readonly<Record<TablePrefix, number | null>>;

/** What is read, and how. */
export type DatabaseSchema = Omit<
  Closed<DatabaseSchemaSection>,
  'later_tables' | 'checks_in' | 'other_tables'
> & {
  readonly later_tables: readonly LaterTable[];
  readonly checks_in: readonly CheckPlace[];
  readonly other_tables: {
    readonly table_prefix: TablePrefix;
    readonly newest_heartbeat_ms: number | null;
  } | null;
};

/** The name of the table in which hosts say which buckets they own. */
export function hostsTable(prefix: TablePrefix): string {
  return `${prefix}_hosts`;
}
