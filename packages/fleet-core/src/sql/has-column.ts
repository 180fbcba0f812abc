import * as z from 'zod/mini';
import type { Query } from './query.ts';

/** Whether a table has a column that not every database has. */
export function hasColumn(table: string, column: string): Query<boolean> {
  return {
    sql: `SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ? AND COLUMN_NAME = ?`,
    params: [table, column],
    read: (rows) => z.array(z.object({ name: z.string() })).parse(rows).length > 0,
  };
}
