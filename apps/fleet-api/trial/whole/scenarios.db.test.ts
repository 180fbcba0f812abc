import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { loadState } from 'fleet-lab/state/load-state';
import { CHAPTERS } from 'fleet-lab/story/chapters';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../harness/start-test-api.ts';

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

const scenes = [
  ...SCENARIOS.map((scenario) => ({ title: `scenario ${scenario.name}`, scenario })),
  ...CHAPTERS.map((chapter) => ({ title: `chapter "${chapter.narration}"`, scenario: chapter })),
];

it.each(scenes)('$title gets the verdict that it promises', async ({ scenario }) => {
  await loadState(database.admin, scenario.build().rows);
  const response = await fetch(`${api.url}/api/fleet`);
  const { summary } = FleetSnapshot.parse(await response.json());
  expect({ status: summary.status, nextActionCode: summary.suggested_next_action_code }).toEqual(
    scenario.expected,
  );
});
