import { promisedView } from 'fleet-core/testing/added-view';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { CHAPTERS } from 'fleet-lab/story/chapters';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ClockedDatabase, startClockedDatabase } from '../harness/clocked-database.ts';
import { lookAtState } from '../harness/look-at-state.ts';

const scenes = [
  ...SCENARIOS.map((scenario) => ({ title: `scenario ${scenario.name}`, scenario })),
  ...CHAPTERS.map((chapter) => ({ title: `chapter "${chapter.narration}"`, scenario: chapter })),
];

describe.skipIf(findServerSoftware() === null)('watched (needs MariaDB or MySQL installed)', () => {
  let clocked: ClockedDatabase;
  beforeAll(async () => {
    clocked = await startClockedDatabase();
  }, 60_000);
  afterAll(() => clocked.stop());

  it.each(scenes)('$title gets the verdict that it promises', async ({ scenario }) => {
    expect(promisedView(await lookAtState(clocked, watchedScenario(scenario)))).toEqual(scenario.expected);
  });
});
