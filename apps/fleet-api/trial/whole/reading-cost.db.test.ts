import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readerStatistics, startCountingReaders } from '../harness/reader-statistics.ts';
import { startTestApi } from '../harness/start-test-api.ts';

let database: LabDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadState(database.admin, seedExample().rows);
  await startCountingReaders(database);
});

afterAll(() => database.drop());

it('200 cold clients cost eight statements on at most four connections', async () => {
  const before = await readerStatistics(database);
  const api = await startTestApi(database.reader, { FLEET_CACHE_TTL_MS: '30000' });
  const answers = await Promise.all(Array.from({ length: 200 }, () => fetch(`${api.url}/api/fleet`)));
  expect(answers.map((answer) => answer.status)).toEqual(Array(200).fill(200));
  await Promise.all(answers.map((answer) => answer.arrayBuffer()));
  await api.close();
  const after = await readerStatistics(database);
  expect(after.selects - before.selects).toBe(8);
  expect(after.connections - before.connections).toBeLessThanOrEqual(4);
  expect(after.writes).toBe(0);
});
