import { expect, it } from 'vitest';
import { foundSchema } from '../schema/found-schema.ts';

const COLUMNS = ['site_status', 'blog_id', 'monitor_active', 'bucket_no'];

/** The index as it is read, a row for each column. */
const described = (use: Record<string, string>, columns: (string | null)[] = COLUMNS) =>
  columns.map((column_name, index) => ({
    kind: 'index',
    table_name: 'jetpack_monitor_sites',
    column_name,
    index_name: 'idx_status_blog',
    collation_name: null,
    place: index + 1,
    is_unused: 'NO',
    ...use,
  }));
const isThere = async (rows: unknown[]) => (await foundSchema().read(rows, async () => {})).has_drift_index;

it.each([
  ['used', 'NO', true],
  ['ignored, or invisible', 'YES', false],
])('the index is there when it is %s: %s', async (_, is_unused, isUsed) => {
  expect(await isThere(described({ is_unused }))).toBe(isUsed);
});

it('an index that is not used does not hide another that is', async () => {
  const another = described({ index_name: 'another' });
  expect(await isThere([...another, ...described({ is_unused: 'YES' })])).toBe(true);
});

it('columns of two indexes do not make one', async () => {
  const [status, ...others] = described({});
  expect(await isThere([status, ...others.map((row) => ({ ...row, index_name: 'another' }))])).toBe(false);
});

it('the columns count in their places, in whichever order the rows come', async () => {
  expect(await isThere(described({}).reverse())).toBe(true);
});

it('an index on an expression is passed over, and column names may be in capitals', async () => {
  expect(await isThere(described({}, [null]))).toBe(false);
  const inCapitals = COLUMNS.map((column) => column.toUpperCase());
  expect(await isThere(described({}, inCapitals))).toBe(true);
});
