import { NOW_MS } from 'fleet-core/testing/make/now';
import { promisedView } from 'fleet-core/testing/states/added-view';
import { findServerSoftware } from 'fleet-lab/database/server-software';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { API_CHAPTERS } from 'fleet-lab/story/api-chapters';
import { CHAPTERS } from 'fleet-lab/story/chapters';
import { describe, expect, it } from 'vitest';
import { useClockedDatabase } from '../../harness/fixtures/use-clocked-database.ts';
import { lookAtState, watcherForTest } from '../../harness/fixtures/watcher-for-test.ts';

const scenes = [
  ...SCENARIOS.map((scenario) => ({ title: `scenario ${scenario.name}`, scenario })),
  ...SCENARIOS.filter(({ build }) => build().is_later === undefined).map((scenario) => ({
    title: `scenario ${scenario.name} on a database of the other names`,
    scenario: { ...scenario, build: () => ({ ...scenario.build(), is_later: true as const }) },
  })),
  ...[...CHAPTERS, ...API_CHAPTERS].map((chapter) => ({
    title: `chapter "${chapter.narration}"`,
    scenario: chapter,
  })),
];

describe.skipIf(findServerSoftware() === null)('watched (needs MariaDB or MySQL installed)', () => {
  const clocked = useClockedDatabase();

  it.each(scenes)('$title gets the verdict that it promises', async ({ scenario }) => {
    expect(promisedView(await lookAtState(clocked(), watchedScenario(scenario)))).toEqual(scenario.expected);
  });

  it('the story keeps what each chapter promises, to its end, for one who has watched from the start', async () => {
    const { rows: _, ...settings } = watchedScenario(CHAPTERS[0] ?? dynamicHealthy);
    const watcher = await watcherForTest(clocked(), settings);
    let nowMs = NOW_MS;
    for (const { build, durationSec, narration, expected } of CHAPTERS) {
      await watcher.look(build().rows, nowMs);
      nowMs += durationSec * 1000;
      const atTheEnd = await watcher.look(build().rows, nowMs - 1000);
      expect(promisedView(atTheEnd), narration).toEqual(expected);
    }
  });
});
