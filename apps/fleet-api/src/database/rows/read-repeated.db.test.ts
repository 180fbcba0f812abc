import type { Query } from 'fleet-core/sql/query';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeEach, expect, it } from 'vitest';
import { connectionsForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import type { Row } from './rows-of-one-shape.ts';

const lab = useTestDatabase();

beforeEach(async () => {
  await lab().admin.query('DROP TABLE IF EXISTS things');
  await lab().admin.query(
    'CREATE TABLE things (id INT PRIMARY KEY, name VARCHAR(50), at DATETIME(3), big BIGINT UNSIGNED, ratio DOUBLE, price DECIMAL(9,2), note JSON, body LONGTEXT, raw VARBINARY(10), flag TINYINT(1))',
  );
  await lab().admin.query(
    "INSERT INTO things VALUES (1, 'eins', '2026-01-02 03:04:05.678', 18446744073709551615, 0.5, 1.50, '{\"a\":1}', REPEAT('ü', 40000), x'00ff', 1), (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL), (3, 'drei', '2026-01-02 03:04:05', 7, -1, 0, '[]', '', '', 0)",
  );
});

function things(isRepeated: true | undefined): Query<Row[]> {
  const read = (found: unknown): Row[] => (Array.isArray(found) ? found : []);
  return { sql: 'SELECT * FROM things ORDER BY id', params: [], read, ...(isRepeated && { isRepeated }) };
}

/** Reads the same query each time, and tells which rows are the ones of the time before. */
function repeatedly() {
  const reader = connectionsForTest(lab().reader, 5000);
  const query = things(true);
  let before: Row[] = [];
  return async () => {
    const rows = await reader.read(query, 10_000);
    const same = rows.map((row) => before.includes(row));
    before = rows;
    expect(rows).toEqual(await reader.read(things(undefined), 10_000));
    return { rows, same };
  };
}

it('read again, what has not changed is the very same, whatever the columns are', async () => {
  const read = repeatedly();
  expect((await read()).same).toEqual([false, false, false]);
  expect((await read()).same).toEqual([true, true, true]);
  await lab().admin.query("UPDATE things SET name = 'zwei', big = 5 WHERE id = 2");
  expect((await read()).same).toEqual([true, false, true]);
  await lab().admin.query("UPDATE things SET body = REPEAT('a', 70000), name = NULL WHERE id = 1");
  expect((await read()).same).toEqual([false, true, true]);
});

it('rows that come and go, and columns that change, are read as they are', async () => {
  const read = repeatedly();
  await read();
  await lab().admin.query('DELETE FROM things WHERE id = 1');
  await read();
  await lab().admin.query('ALTER TABLE things MODIFY flag VARCHAR(5), DROP COLUMN ratio');
  await read();
  await lab().admin.query('DELETE FROM things');
  expect((await read()).rows).toEqual([]);
  await lab().admin.query("INSERT INTO things (id, name) VALUES (4, 'vier')");
  expect((await read()).same).toEqual([false]);
});
