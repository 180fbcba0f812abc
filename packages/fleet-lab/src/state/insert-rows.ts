import type { Pool, PoolConnection } from 'mysql2/promise';
import type { RowValues } from './row-values.ts';

const ROWS_PER_STATEMENT = 1_000;

/**
 * Inserts the rows with few statements; rows that name the same columns go together. `updateColumns` are
 * overwritten where the primary key exists already.
 */
export async function insertRows(
  connection: Pool | PoolConnection,
  table: string,
  rows: readonly RowValues[],
  updateColumns: readonly string[] = [],
): Promise<void> {
  const onDuplicate = updateColumns.map((column) => `${column} = VALUES(${column})`).join(', ');
  for (const { columns, group } of byColumns(rows)) {
    for (let start = 0; start < group.length; start += ROWS_PER_STATEMENT) {
      const values = group.slice(start, start + ROWS_PER_STATEMENT).map((row) => columns.map((c) => row[c]));
      await connection.query(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES ?${onDuplicate && ` ON DUPLICATE KEY UPDATE ${onDuplicate}`}`,
        [values],
      );
    }
  }
}

function byColumns(rows: readonly RowValues[]): { columns: string[]; group: RowValues[] }[] {
  const groups = new Map<string, { columns: string[]; group: RowValues[] }>();
  for (const row of rows) {
    const columns = Object.keys(row);
    const key = columns.join();
    const known = groups.get(key);
    if (known) known.group.push(row);
    else groups.set(key, { columns, group: [row] });
  }
  return [...groups.values()];
}
