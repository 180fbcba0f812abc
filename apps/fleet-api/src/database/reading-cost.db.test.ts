import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import type { RowDataPacket } from 'mysql2';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi } from '../testing/start-test-api.ts';

let database: LabDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadState(database.admin, seedExample().rows);
  await database.admin.query('SET GLOBAL userstat = ON');
});

afterAll(() => database.drop());

/** What the server counted for the reader's account, which no other test uses. */
async function readerStatistics() {
  const [rows] = await database.admin.query<RowDataPacket[]>(
    'SELECT SELECT_COMMANDS AS selects, UPDATE_COMMANDS AS writes, TOTAL_CONNECTIONS AS connections FROM information_schema.USER_STATISTICS WHERE USER = ?',
    [database.reader.user],
  );
  return {
    selects: Number(rows[0]?.selects ?? 0),
    writes: Number(rows[0]?.writes ?? 0),
    connections: Number(rows[0]?.connections ?? 0),
  };
}

it('200 cold clients cost seven statements on at most four connections', async () => {
  const before = await readerStatistics();
  const api = await startTestApi(database.reader, { FLEET_CACHE_TTL_MS: '60000' });
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${api.url}/api/fleet`)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(200).fill(200));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  await api.close();
  const after = await readerStatistics();
  expect(after.selects - before.selects).toBe(7);
  expect(after.connections - before.connections).toBeLessThanOrEqual(4);
  expect(after.writes).toBe(0);
});
