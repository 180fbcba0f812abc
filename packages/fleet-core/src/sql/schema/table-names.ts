import type { LaterTable, TablePrefix } from '../../contract/database-schema.ts';
import { type DatabaseSchema, type FirstTable, hostsTable } from '../../domain/database-schema.ts';

/** The tables that the dashboard reads, by what they hold; null is one that this database does not have. */
export type TableNames = FirstTables & { readonly [Table in LaterTable]: string | null };

type FirstTables = { readonly [Table in FirstTable]: string } & { readonly sites: string };
type LaterTables = { readonly [Table in LaterTable]: string };

/** It was Jetmon 1's, and keeps its name. */
export const SITES = 'jetpack_monitor_sites';

/** The tables of a database of the first age, and of one that has them all; they differ in their prefix too. */
export const TABLE_NAMES = {
  jetmon: { ...firstTables('jetmon'), ...onlyThose(laterTables('jetmon'), []) },
  jetpack_monitor: { ...firstTables('jetpack_monitor'), ...laterTables('jetpack_monitor') },
} as const satisfies Record<TablePrefix, TableNames>;

/** The tables that are read in a database of this schema. */
export function tableNames({ table_prefix, later_tables }: DatabaseSchema): TableNames {
  return { ...firstTables(table_prefix), ...onlyThose(laterTables(table_prefix), later_tables) };
}

/** Every table of Jetmon's own under a prefix, by what it holds. */
export function namesUnder(prefix: TablePrefix): Readonly<Record<FirstTable | LaterTable, string>> {
  const { sites: _, ...first } = firstTables(prefix);
  return { ...first, ...laterTables(prefix) };
}

function firstTables(prefix: TablePrefix): FirstTables {
  return {
    process_health: `${prefix}_process_health`,
    hosts: hostsTable(prefix),
    webhook_deliveries: `${prefix}_webhook_deliveries`,
    alert_deliveries: `${prefix}_alert_deliveries`,
    events: `${prefix}_events`,
    sites: SITES,
  };
}

function laterTables(prefix: TablePrefix): LaterTables {
  return {
    site_runtime: `${prefix}_site_runtime`,
    range_locks: `${prefix}_rollout_range_locks`,
    bucket_locks: `${prefix}_rollout_bucket_locks`,
    rollout_sessions: `${prefix}_rollout_sessions`,
    rollout_jobs: `${prefix}_rollout_jobs`,
    veriflier_vantages: `${prefix}_veriflier_vantages`,
    veriflier_agents: `${prefix}_veriflier_agents`,
  };
}

function onlyThose(names: LaterTables, there: readonly LaterTable[]): Pick<TableNames, LaterTable> {
  const nameOf = (table: LaterTable) => (there.includes(table) ? names[table] : null);
  return {
    site_runtime: nameOf('site_runtime'),
    range_locks: nameOf('range_locks'),
    bucket_locks: nameOf('bucket_locks'),
    rollout_sessions: nameOf('rollout_sessions'),
    rollout_jobs: nameOf('rollout_jobs'),
    veriflier_vantages: nameOf('veriflier_vantages'),
    veriflier_agents: nameOf('veriflier_agents'),
  };
}
