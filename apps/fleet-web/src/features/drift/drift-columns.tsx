import type { DriftCause, DriftingSite } from 'fleet-core/contract/answers/drift-detail';
import type { CardColumn, Column } from '../../components/data-table/column.ts';
import { formatCount } from '../../format/count.ts';

const STATUS_WORDS = new Map([
  [0, 'seems down'],
  [1, 'running'],
  [2, 'down'],
]);

/** A status as the table holds it, with its word where it has one. */
function statusWord(status: number): string {
  const word = STATUS_WORDS.get(status);
  return word === undefined ? String(status) : `${status} ${word}`;
}

const wordsOf = (code: string) => code.replaceAll('_', ' ');

export const CAUSE_COLUMNS: readonly CardColumn<DriftCause>[] = [
  {
    key: 'cause',
    head: 'Cause',
    align: 'left',
    isRowHeader: true,
    card: 'line',
    cell: ({ code }) => wordsOf(code),
  },
  {
    key: 'count',
    head: 'Count',
    align: 'right',
    card: 'labelled-line',
    cell: ({ count }) => formatCount(count),
  },
  {
    key: 'todo',
    head: 'What to do',
    align: 'left',
    card: 'line',
    cell: ({ meaning, what_to_do }) => (
      <>
        <span className="drift-meaning">{meaning}</span> {what_to_do}
      </>
    ),
  },
];

export const SITE_COLUMNS: readonly Column<DriftingSite>[] = [
  { key: 'site', head: 'Site', align: 'left', isRowHeader: true, cell: ({ site_id }) => site_id },
  { key: 'blog', head: 'Blog', align: 'left', cell: ({ blog_id }) => blog_id },
  { key: 'bucket', head: 'Bucket', align: 'right', cell: ({ bucket }) => bucket },
  { key: 'status', head: 'Table shows', align: 'left', cell: ({ site_status }) => statusWord(site_status) },
  {
    key: 'expected',
    head: 'Events call for',
    align: 'left',
    cell: ({ expected_status }) => statusWord(expected_status),
  },
  { key: 'events', head: 'Open events', align: 'left', cell: ({ open_events }) => open_events },
  { key: 'cause', head: 'Cause', align: 'left', cell: ({ cause }) => wordsOf(cause) },
];
