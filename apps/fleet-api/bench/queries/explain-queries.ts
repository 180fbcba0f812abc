import type { Database } from '../../src/database/database.ts';
import type { Table } from '../report/report.ts';
import { DEADLINE_MS, type ProductQuery } from './product-queries.ts';

const SHOWN = ['id', 'select_type', 'table', 'type', 'key', 'rows', 'Extra'] as const;

/** The server's plan of each query that tells why it costs no more, under that sentence. */
export async function explainQueries(database: Database, queries: readonly ProductQuery[]): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name, query, why } of queries) {
    if (why === undefined) continue;
    const plan = { sql: `EXPLAIN ${query.sql}`, params: query.params, read: readPlan };
    const rows = await database.read(plan, DEADLINE_MS);
    tables.push({ title: `EXPLAIN of ${name}`, text: why, columns: SHOWN, rows });
  }
  return tables;
}

function readPlan(rows: unknown): string[][] {
  if (!Array.isArray(rows)) throw new Error('EXPLAIN answers with rows');
  return rows.map((row) => SHOWN.map((column) => String(Reflect.get(Object(row), column) ?? '')));
}
