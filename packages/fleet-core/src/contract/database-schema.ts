import * as z from 'zod/mini';
import { Instant, openEnum } from './scalars.ts';

/** How the names of Jetmon's own tables begin. */
export const TABLE_PREFIXES = ['jetmon', 'jetpack_monitor'] as const;
export type TablePrefix = (typeof TABLE_PREFIXES)[number];

/** The tables that later databases have beside the first ones, by what they hold. */
export const LATER_TABLES = [
  'site_runtime',
  'range_locks',
  'bucket_locks',
  'rollout_sessions',
  'rollout_jobs',
  'veriflier_vantages',
  'veriflier_agents',
] as const;
export type LaterTable = (typeof LATER_TABLES)[number];

/** Where a database may keep when a site was checked. */
export const CHECK_PLACES = ['sites', 'site_runtime'] as const;
export type CheckPlace = (typeof CHECK_PLACES)[number];

export const SERVER_FLAVOURS = ['mariadb', 'mysql'] as const;

/** What the database is found to be: which of its tables are read, and what not every database has. */
export const DatabaseSchema = z.object({
  table_prefix: openEnum(TABLE_PREFIXES),
  later_tables: z.array(openEnum(LATER_TABLES)),
  /** None, one or both: then the later check counts. */
  checks_in: z.array(openEnum(CHECK_PLACES)),
  /** Whether an event can name the site that it belongs to. */
  has_endpoint_ids: z.boolean(),
  /** Whether the index is there that makes counting drift cheap. */
  has_drift_index: z.boolean(),
  flavour: openEnum(SERVER_FLAVOURS),
  version: z.string(),
  /** By which the words of Jetmon's columns are compared. */
  collations: z.array(z.string()),
  /** The other set of names, where tables of both are there, as while they are renamed. Those that are read have the newer heartbeats. */
  other_tables: z.nullable(
    z.object({ table_prefix: openEnum(TABLE_PREFIXES), newest_heartbeat: z.nullable(Instant) }),
  ),
});
export type DatabaseSchema = z.infer<typeof DatabaseSchema>;
