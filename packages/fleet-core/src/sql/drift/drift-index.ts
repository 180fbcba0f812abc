import type { TableNames } from '../schema/table-names.ts';

const FIRST_COLUMN = 'site_status';
const COLUMNS = [FIRST_COLUMN, 'blog_id', 'monitor_active', 'bucket_no'] as const;

/** The statement that the owner of the table may run to make counting drift cheap. It is recommended, never run here. */
export function recommendedDriftIndex(tables: TableNames): string {
  return `ALTER TABLE ${tables.sites}
  ADD INDEX idx_status_blog (${COLUMNS.join(', ')}),
  ALGORITHM=INPLACE, LOCK=NONE`;
}

/**
 * Whether an index of these columns of the sites makes counting drift cheap: it begins with the status and holds all that is
 * asked for.
 */
export function isDriftIndex(columns: readonly string[]): boolean {
  return columns[0] === FIRST_COLUMN && COLUMNS.every((column) => columns.includes(column));
}
