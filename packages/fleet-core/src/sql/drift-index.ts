import * as z from 'zod/mini';
import type { Query } from './query.ts';
import type { TableNames } from './table-names.ts';

const FIRST_COLUMN = 'site_status';
const COLUMNS = [FIRST_COLUMN, 'blog_id', 'monitor_active', 'bucket_no'] as const;

/** The statement that the owner of the table may run to make counting drift cheap. It is recommended, never run here. */
export function recommendedDriftIndex(tables: TableNames): string {
  return `ALTER TABLE ${tables.sites}
  ADD INDEX idx_status_blog (${COLUMNS.join(', ')}),
  ALGORITHM=INPLACE, LOCK=NONE`;
}

const Row = z.object({ name: z.string(), column_names: z.string() });

/** Whether some index of the sites begins with the status and holds all that counting drift asks for. */
export function hasDriftIndex(tables: TableNames): Query<boolean> {
  return {
    sql: `SELECT INDEX_NAME AS name, GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX) AS column_names
FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
GROUP BY INDEX_NAME`,
    params: [tables.sites],
    read: (rows) => z.array(Row).parse(rows).some(isDriftIndex),
  };
}

function isDriftIndex({ column_names }: z.infer<typeof Row>): boolean {
  const held = column_names.toLowerCase().split(',');
  return held[0] === FIRST_COLUMN && COLUMNS.every((column) => held.includes(column));
}
