import { firstHost } from 'fleet-lab/scenarios/builders/first-host';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import type { Scenario } from 'fleet-lab/scenarios/scenario';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { API_CHAPTERS } from 'fleet-lab/story/api-chapters';
import { CHAPTERS } from 'fleet-lab/story/chapters';
import type { Fence } from './fence.ts';

/** A fleet beside which a block is run. */
export type Surroundings = Pick<Scenario, 'name' | 'build' | 'incident'>;

const FIRST_HOST: readonly Surroundings[] = [
  { name: 'first-pinned', build: () => firstHost('running') },
  { name: 'first-stopped', build: () => firstHost('stopped') },
];

const SURROUNDINGS = [...SCENARIOS, ...CHAPTERS, ...API_CHAPTERS, ...FIRST_HOST];

/**
 * What a block's `scenario` names, with commas between several: scenarios of the lab, chapters of its story, states of the first
 * host; where it names none, a fleet that is well. Throws when there is none of a name.
 */
export function surroundingsOf({ marks }: Pick<Fence, 'marks'>): readonly Surroundings[] {
  return (marks.get('scenario') ?? dynamicHealthy.name).split(',').map((asked) => {
    const found = SURROUNDINGS.find(({ name }) => name === asked);
    if (found !== undefined) return found;
    const names = SURROUNDINGS.map(({ name }) => name).join(', ');
    throw new Error(`no fleet is called "${asked}"; there are ${names}`);
  });
}
