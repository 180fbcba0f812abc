import * as z from 'zod/mini';
import {
  LATER_TABLES,
  type LaterTable,
  TABLE_PREFIXES,
  type TablePrefix,
} from '../../contract/database-schema.ts';
import type { FirstTable, FoundSchema } from '../../domain/database-schema.ts';
import { isDriftIndex } from '../drift/drift-index.ts';
import type { Query } from '../query.ts';
import { namesUnder, SITES } from './table-names.ts';

const FIRST_TABLES = ['process_health', 'hosts', 'webhook_deliveries', 'alert_deliveries', 'events'] as const;
const TABLES: readonly (FirstTable | LaterTable)[] = [...FIRST_TABLES, ...LATER_TABLES];

/** The columns whose words are compared with ours or with each other. */
const WORDS: readonly (readonly [table: FirstTable, column: string])[] = [
  ['process_health', 'host_id'],
  ['process_health', 'state'],
  ['hosts', 'host_id'],
  ['hosts', 'status'],
  ['webhook_deliveries', 'status'],
  ['alert_deliveries', 'status'],
  ['events', 'check_type'],
  ['events', 'state'],
];

const Row = z.object({
  kind: z.enum(['server', 'column', 'index']),
  /** Of the server, its version. */
  table_name: z.string(),
  /** Of a column or an index; null for an expression in an index. Of the server, what it calls itself. */
  column_name: z.nullable(z.string()),
  index_name: z.nullable(z.string()),
  collation_name: z.nullable(z.string()),
  /** Of a column in an index, from 1. Beside nulls a server may make a text of it. */
  place: z.nullable(z.coerce.number()),
  /** Whether the server was told not to use the index. */
  is_unused: z.nullable(z.string()),
});
type Row = z.infer<typeof Row>;

/**
 * What there is of Jetmon's tables in the connected database, as far as the account may see it, and on which server. Texts
 * are converted, because servers keep names under several collations, which do not go together in one column. A server
 * that can be told not to use an index runs the comment that is meant for it.
 */
export function foundSchema(): Query<FoundSchema> {
  const names = [SITES, ...TABLE_PREFIXES.flatMap((prefix) => Object.values(namesUnder(prefix)))];
  const isOurs = (listed: readonly string[]) =>
    `TABLE_SCHEMA = DATABASE() AND TABLE_NAME IN (${listed.map((name) => `'${name}'`).join(', ')})`;
  return {
    sql: `SELECT 'server' AS kind, ${text('VERSION()')} AS table_name, ${text('@@version_comment')} AS column_name,
  NULL AS index_name, NULL AS collation_name, NULL AS place, NULL AS is_unused
UNION ALL
SELECT 'column', ${text('TABLE_NAME')}, ${text('COLUMN_NAME')}, NULL, ${text('COLLATION_NAME')}, NULL, NULL
FROM information_schema.COLUMNS WHERE ${isOurs(names)}
UNION ALL
SELECT 'index', ${text('TABLE_NAME')}, ${text('COLUMN_NAME')}, ${text('INDEX_NAME')}, NULL, SEQ_IN_INDEX,
  COALESCE(/*M!100600 ${text('IGNORED')}, */ /*!80000 IF(IS_VISIBLE = 'NO', 'YES', 'NO'), */ 'NO')
FROM information_schema.STATISTICS WHERE ${isOurs([SITES])}`,
    params: [],
    read: (rows) => toFoundSchema(z.array(Row).parse(rows)),
  };
}

function text(expression: string): string {
  return `CONVERT(${expression} USING utf8mb4)`;
}

/** Names of tables and columns may come in another case than they were given in. */
function toFoundSchema(rows: readonly Row[]): FoundSchema {
  const [server] = rows.filter(({ kind }) => kind === 'server');
  const columns = new Map<string, string | null>();
  const tables = new Set<string>();
  for (const { kind, table_name, column_name, collation_name } of rows) {
    if (kind !== 'column' || column_name === null) continue;
    tables.add(table_name.toLowerCase());
    columns.set(columnKey(table_name, column_name), collation_name);
  }
  const under = (prefix: TablePrefix) =>
    new Set(TABLES.filter((table) => tables.has(namesUnder(prefix)[table])));
  const collationsUnder = (prefix: TablePrefix) => {
    const found = WORDS.flatMap(
      ([table, column]) => columns.get(columnKey(namesUnder(prefix)[table], column)) ?? [],
    );
    return [...new Set(found)].sort();
  };
  const version = server?.table_name ?? '';
  const isMariaDb = /mariadb/i.test(`${version} ${server?.column_name ?? ''}`);
  return {
    flavour: isMariaDb ? 'mariadb' : 'mysql',
    version,
    tables: { jetmon: under('jetmon'), jetpack_monitor: under('jetpack_monitor') },
    sites_have_checks: columns.has(columnKey(SITES, 'last_checked_at')),
    has_drift_index: usedIndexes(rows).some(isDriftIndex),
    endpoint_ids: new Set(
      TABLE_PREFIXES.filter((prefix) => columns.has(columnKey(namesUnder(prefix).events, 'endpoint_id'))),
    ),
    collations: {
      jetmon: collationsUnder('jetmon'),
      jetpack_monitor: collationsUnder('jetpack_monitor'),
    },
  };
}

function columnKey(table: string, column: string): string {
  return `${table}.${column}`.toLowerCase();
}

/** The columns of each index that is used, in their order. */
function usedIndexes(rows: readonly Row[]): string[][] {
  const columns = new Map<string, string[]>();
  const inOrder = rows.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
  for (const { kind, index_name, column_name, is_unused } of inOrder) {
    if (kind !== 'index' || index_name === null || is_unused === 'YES') continue;
    columns.set(index_name, [...(columns.get(index_name) ?? []), column_name?.toLowerCase() ?? '']);
  }
  return [...columns.values()];
}
