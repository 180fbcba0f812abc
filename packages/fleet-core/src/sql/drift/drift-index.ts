import * as z from 'zod/mini';
import type { Query } from '../query.ts';
import type { TableNames } from '../table-names.ts';

const FIRST_COLUMN = 'site_status';
const COLUMNS = [FIRST_COLUMN, 'blog_id', 'monitor_active', 'bucket_no'] as const;

/** The statement that the owner of the table may run to make counting drift cheap. It is recommended, never run here. */
export function recommendedDriftIndex(tables: TableNames): string {
  return `ALTER TABLE ${tables.sites}
  ADD INDEX idx_status_blog (${COLUMNS.join(', ')}),
  ALGORITHM=INPLACE, LOCK=NONE`;
}

/** One column of an index. MariaDB may be told to ignore an index, MySQL to make it invisible; older servers neither. */
const Row = z.object({
  INDEX_NAME: z.string(),
  /** Null for an expression. */
  COLUMN_NAME: z.nullable(z.string()),
  IGNORED: z.optional(z.string()),
  IS_VISIBLE: z.optional(z.string()),
});

/**
 * Whether some index of the sites begins with the status and holds all that counting drift asks for. One that the
 * server does not use is not there.
 */
export function hasDriftIndex(tables: TableNames): Query<boolean> {
  return {
    // All columns, because not every server has those that tell whether an index is used.
    sql: `SELECT * FROM information_schema.STATISTICS
WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = ?
ORDER BY INDEX_NAME, SEQ_IN_INDEX`,
    params: [tables.sites],
    read: (rows) => indexes(z.array(Row).parse(rows)).some(isDriftIndex),
  };
}

/** The columns of each index that is used, in their order. */
function indexes(rows: readonly z.infer<typeof Row>[]): string[][] {
  const columns = new Map<string, string[]>();
  for (const { INDEX_NAME, COLUMN_NAME, IGNORED, IS_VISIBLE } of rows) {
    if (IGNORED === 'YES' || IS_VISIBLE === 'NO') continue;
    columns.set(INDEX_NAME, [...(columns.get(INDEX_NAME) ?? []), COLUMN_NAME?.toLowerCase() ?? '']);
  }
  return [...columns.values()];
}

function isDriftIndex(columns: readonly string[]): boolean {
  return columns[0] === FIRST_COLUMN && COLUMNS.every((column) => columns.includes(column));
}
