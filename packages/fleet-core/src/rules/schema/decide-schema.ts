import { LATER_TABLES, TABLE_PREFIXES, type TablePrefix } from '../../contract/database-schema.ts';
import type { DatabaseSchema, FoundSchema, NewestHeartbeats } from '../../domain/database-schema.ts';

/** What of a database is read: decided, or which question is still open. */
export type SchemaDecision =
  | { readonly kind: 'decided'; readonly schema: DatabaseSchema }
  /** Tables of both names are there: the heartbeats tell which are in use. */
  | { readonly kind: 'ask_heartbeats' }
  /** There is no table of processes under this prefix, or under any. */
  | { readonly kind: 'no_tables'; readonly prefixes: readonly TablePrefix[] };

/** What decides between tables of both names. */
export type Choice = {
  readonly heartbeats: NewestHeartbeats;
  /** Which were read till now, if any. */
  readonly before: TablePrefix | null;
};

/** Heartbeats come about every 10 s: tables that are behind by more than this are no longer those that are in use. */
export const LEFT_AFTER_MS = 90_000;

/**
 * Which tables are read: those whose processes report, the later ones when that is even. While processes report in both,
 * those that were read till now are read on. `wanted` is read whatever else is there.
 */
export function decideSchema(
  found: FoundSchema,
  wanted: TablePrefix | null,
  choice: Choice | null = null,
): SchemaDecision {
  const there = TABLE_PREFIXES.filter((prefix) => found.tables[prefix].has('process_health'));
  const [first, second] = there.filter((prefix) => wanted === null || prefix === wanted);
  if (first === undefined)
    return { kind: 'no_tables', prefixes: wanted === null ? TABLE_PREFIXES : [wanted] };
  if (there.length === 1) return { kind: 'decided', schema: schemaOf(found, first, null) };
  if (choice === null) return { kind: 'ask_heartbeats' };
  const { heartbeats } = choice;
  const prefix = second === undefined ? first : choose(first, second, choice);
  const other = TABLE_PREFIXES.find((known) => known !== prefix) ?? null;
  const other_tables =
    other === null ? null : { table_prefix: other, newest_heartbeat_ms: heartbeats[other] };
  return { kind: 'decided', schema: schemaOf(found, prefix, other_tables) };
}

function choose(first: TablePrefix, second: TablePrefix, { heartbeats, before }: Choice): TablePrefix {
  if (before === first) return isNewer(heartbeats[second], heartbeats[first], LEFT_AFTER_MS) ? second : first;
  const aheadMs = before === second ? LEFT_AFTER_MS : 0;
  return isNewer(heartbeats[first], heartbeats[second], aheadMs) ? first : second;
}

function isNewer(a: number | null, b: number | null, byMs: number): boolean {
  return a !== null && (b === null || a - b > byMs);
}

function schemaOf(
  found: FoundSchema,
  prefix: TablePrefix,
  other_tables: DatabaseSchema['other_tables'],
): DatabaseSchema {
  const tables = found.tables[prefix];
  return {
    table_prefix: prefix,
    later_tables: LATER_TABLES.filter((table) => tables.has(table)),
    checks_in: [
      ...(found.sites_have_checks ? (['sites'] as const) : []),
      ...(tables.has('site_runtime') ? (['site_runtime'] as const) : []),
    ],
    has_endpoint_ids: found.endpoint_ids.has(prefix),
    has_drift_index: found.has_drift_index,
    flavour: found.flavour,
    version: found.version,
    collations: [...found.collations[prefix]],
    other_tables,
  };
}
