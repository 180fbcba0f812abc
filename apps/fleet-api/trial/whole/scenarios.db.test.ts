import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { loadState } from 'fleet-lab/state/load-state';
import { CHAPTERS } from 'fleet-lab/story/chapters';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../harness/clients/fetch-snapshot.ts';
import { useTestApi } from '../harness/fixtures/use-test-api.ts';

const database = useTestDatabase();
const api = useTestApi(database);

const scenes = [
  ...SCENARIOS.map((scenario) => ({ title: `scenario ${scenario.name}`, scenario })),
  ...CHAPTERS.map((chapter) => ({ title: `chapter "${chapter.narration}"`, scenario: chapter })),
];

it.each(scenes)('$title gets the verdict that it promises', async ({ scenario }) => {
  await loadState(database().admin, scenario.build().rows);
  const { summary } = await fetchSnapshot(api());
  expect({ status: summary.status, nextActionCode: summary.suggested_next_action_code }).toEqual(
    scenario.expected,
  );
});
