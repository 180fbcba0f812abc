import { snapshotOfState } from 'fleet-core/testing/states/snapshot-of-state';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import type { Scenario } from 'fleet-lab/scenarios/scenario';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { API_CHAPTERS } from 'fleet-lab/story/api-chapters';
import type { Chapter } from 'fleet-lab/story/chapter';
import { CHAPTERS } from 'fleet-lab/story/chapters';

const HEAD = `# Scenarios

The fleets that the demo can show: \`pnpm demo --scenario NAME\`, or \`--story\` for several in turn. Each lives: heartbeats
come, sites are checked, queues move. The decision is the one that \`/api/fleet\` gives, and the [codes](codes.md) are those
of its issues. This page is written by \`pnpm docs:write\` from the lab's own list.
`;

/** The page on the scenarios and stories of the lab, with what the rules say of each. */
export function scenariosPage(): string {
  return `${HEAD}
| scenario | what it shows | decision | codes |
|---|---|---|---|
${SCENARIOS.map(rowOf).join('')}
## \`pnpm demo --story\`

${storyOf(CHAPTERS)}
## \`pnpm demo --story --api\`

${storyOf(API_CHAPTERS)}`;
}

function rowOf(scenario: Scenario): string {
  const { decision, summary } = snapshotOfState(watchedScenario(scenario));
  const codes = [...new Set(summary.issue_details.map(({ code }) => code))];
  const links = codes.map((code) => `[\`${code}\`](codes.md#${code})`).join(', ');
  return `| \`${scenario.name}\` | ${scenario.description} | \`${decision.code}\` | ${links} |\n`;
}

function storyOf(chapters: readonly Chapter[]): string {
  const rows = chapters.map(({ durationSec, narration, ...scenario }) => {
    const { decision } = snapshotOfState(watchedScenario(scenario));
    return `| ${durationSec} s | ${narration} | \`${decision.code}\` |\n`;
  });
  return `| for | what happens | decision |\n|---|---|---|\n${rows.join('')}`;
}
