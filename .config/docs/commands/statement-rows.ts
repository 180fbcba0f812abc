import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { connectionsForTest } from '../../../apps/fleet-api/trial/harness/fixtures/for-one-test.ts';
import type { ClockedDatabase } from '../../../apps/fleet-api/trial/harness/fixtures/use-clocked-database.ts';
import { type TextRow, toTextRow } from './text-row.ts';

const FIRST_NAMES = new Set<string | null>(Object.values(TABLE_NAMES.jetmon));
const STATEMENT_TIMEOUT_MS = 60_000;

/** Whether a block names only tables that every database of the first age has. */
function isOfFirstAge(block: string): boolean {
  const tables = [...block.matchAll(/\b(?:FROM|JOIN)\s+(jet\w+)/g)].map(([, table]) => table ?? '');
  return tables.every((table) => FIRST_NAMES.has(table));
}

/** What each statement of a block gives to the account that only reads, in a database with the tables that it names. */
export async function rowsOfBlock(block: string, { database, later }: ClockedDatabase): Promise<TextRow[][]> {
  const { reader } = isOfFirstAge(block) ? database : later;
  const connections = connectionsForTest(reader, STATEMENT_TIMEOUT_MS);
  const results: TextRow[][] = [];
  for (const sql of block.split(/;\s*(?:\n|$)/).filter((text) => text.trim() !== ''))
    results.push(await connections.read({ sql, params: [], read: toTextRows }, STATEMENT_TIMEOUT_MS));
  return results;
}

function toTextRows(rows: unknown): TextRow[] {
  if (!Array.isArray(rows)) throw new Error('the statement gives no rows');
  return rows.map(toTextRow);
}
