import { expect, it } from 'vitest';
import { TABLE_NAMES } from '../table-names.ts';
import { hasDriftIndex } from './drift-index.ts';

const COLUMNS = ['site_status', 'blog_id', 'monitor_active', 'bucket_no'];

/** The index as a server describes it, a row for each column; of each row a good part is left out. */
const described = (use: Record<string, string>, columns: (string | null)[] = COLUMNS) =>
  columns.map((COLUMN_NAME, index) => ({
    INDEX_NAME: 'idx_status_blog',
    SEQ_IN_INDEX: index + 1,
    COLUMN_NAME,
    ...use,
  }));
const isThere = (rows: unknown[]) => hasDriftIndex(TABLE_NAMES.jetmon).read(rows, async () => {});

it.each([
  ['MariaDB', { IGNORED: 'NO' }, true],
  ['MariaDB, ignored', { IGNORED: 'YES' }, false],
  ['MySQL 8', { IS_VISIBLE: 'YES', EXPRESSION: '' }, true],
  ['MySQL 8, invisible', { IS_VISIBLE: 'NO', EXPRESSION: '' }, false],
  ['an older server, which cannot hide an index', {}, true],
])('the index on %s', (_, use, isUsed) => {
  expect(isThere(described(use))).toBe(isUsed);
});

it('an index that is not used does not hide another that is', () => {
  const another = described({ IGNORED: 'NO' }).map((row) => ({ ...row, INDEX_NAME: 'another' }));
  expect(isThere([...another, ...described({ IGNORED: 'YES' })])).toBe(true);
});

it('columns of two indexes do not make one', () => {
  const [status, ...others] = described({});
  expect(isThere([status, ...others.map((row) => ({ ...row, INDEX_NAME: 'another' }))])).toBe(false);
});

it('an index on an expression is passed over, and column names may be in capitals', () => {
  expect(isThere(described({ IS_VISIBLE: 'YES' }, [null]))).toBe(false);
  expect(
    isThere(
      described(
        {},
        COLUMNS.map((column) => column.toUpperCase()),
      ),
    ),
  ).toBe(true);
});
