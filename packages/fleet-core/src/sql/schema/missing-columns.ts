import * as z from 'zod/mini';
import { REPORTED_COLUMNS } from '../../contract/process.ts';
import type { Query } from '../query.ts';

const Row = z.object({ column_name: z.string() });

/** The columns of process health that are read where they are there, and are not there in this database. */
export function missingColumns(processHealth: string): Query<string[]> {
  return {
    sql: `SELECT CONVERT(COLUMN_NAME USING utf8mb4) AS column_name FROM information_schema.COLUMNS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?`,
    params: [processHealth],
    read: (rows) => {
      const there = new Set(
        z
          .array(Row)
          .parse(rows)
          .map(({ column_name }) => column_name),
      );
      return Object.keys(REPORTED_COLUMNS).filter((column) => !there.has(column));
    },
  };
}
