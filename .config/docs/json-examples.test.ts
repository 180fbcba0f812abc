import { CodeCatalogue } from 'fleet-core/contract/answers/code-catalogue';
import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { FleetSummary } from 'fleet-core/contract/answers/fleet-summary';
import { Gate } from 'fleet-core/contract/answers/gate';
import { FleetHistory } from 'fleet-core/contract/answers/history';
import { Problem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { PlanFile } from 'fleet-core/plan-file/plan-schema';
import { expect, it } from 'vitest';
import { DOCS } from './docs.ts';

/** What an example says that it is, by the word after `json` at its fence. */
const SCHEMAS = {
  codes: CodeCatalogue,
  drift: DriftDetail,
  gate: Gate,
  history: FleetHistory,
  'plan-file': PlanFile,
  problem: Problem,
  snapshot: FleetSnapshot,
  summary: FleetSummary,
};

const EXAMPLES = [...DOCS].flatMap(([path, { blocks }]) =>
  blocks
    .filter(({ language }) => language.split(' ')[0] === 'json')
    .map(({ language, text }) => ({ path, name: language.split(' ')[1] ?? '', text })),
);

it.each(EXAMPLES)('the example of a $name in $path is one', ({ name, text }) => {
  const schema = Object.entries(SCHEMAS).find(([known]) => known === name)?.[1];
  if (schema === undefined)
    throw new Error(`after \`\`\`json comes what it is: ${Object.keys(SCHEMAS).join(', ')}`);
  expect(schema.safeParse(JSON.parse(text)).error).toBeUndefined();
});
