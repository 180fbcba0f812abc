import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { alignAges, labelledTexts, labelledView, withoutNulls } from 'fleet-core/testing/labelled-view';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../harness/start-test-api.ts';

/** From loading the rows until reading them; no threshold of the states is that near. */
const TOLERANCE_SEC = 5;

let database: LabDatabase;
let api: TestApi;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startTestApi(database.reader);
});

afterAll(async () => {
  await api.close();
  await database.drop();
});

async function fetchSnapshot(from = api): Promise<FleetSnapshot> {
  const response = await fetch(`${from.url}/api/fleet`);
  expect(response.status).toBe(200);
  return FleetSnapshot.parse(await response.json());
}

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name gets its verdicts through the database and HTTP',
  async ({ state }) => {
    await loadState(database.admin, state.rows);
    const expected = withoutNulls(state.expect);
    const actual = labelledView(await fetchSnapshot());
    expect(alignAges(actual, expected, TOLERANCE_SEC)).toEqual(expected);
  },
);

it('the worked example is answered in its exact sentences by an API that has seen nothing else', async () => {
  const { rows, texts } = seedExample();
  await loadState(database.admin, rows);
  const fresh = await startTestApi(database.reader);
  const snapshot = await fetchSnapshot(fresh).finally(() => fresh.close());
  expect(labelledTexts(snapshot)).toEqual(texts);
  expect(snapshot.summary.issue_details.map((issue) => issue.code)).toEqual(['bucket_coverage']);
});
