import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, it } from 'vitest';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import { ADDED_CODES } from './testing/added-issues.ts';
import { addedView, promisedView } from './testing/states/added-view.ts';
import { lacksRedAnswer } from './testing/states/red-answers.ts';
import { snapshotOfState } from './testing/states/snapshot-of-state.ts';

const OF_RULES = RULE_STATES.map((state) => ({ ...state, snapshot: snapshotOfState(state) }));
const OF_SCENARIOS = SCENARIOS.map((scenario) => ({
  ...scenario,
  snapshot: snapshotOfState(watchedScenario(scenario)),
}));

it.each(OF_RULES)('$name', ({ expect: expected, snapshot }) => {
  expect(addedView(snapshot)).toEqual(expected);
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});

it.each([...OF_RULES, ...OF_SCENARIOS])(
  '$name has a red answer in its checklist when it is red',
  ({ snapshot }) => {
    expect(lacksRedAnswer(snapshot)).toBe(false);
  },
);

it.each(ADDED_CODES)(
  'the rule %s has states in which it raises something, and one scenario at least',
  (code) => {
    expect(RULE_STATES.filter((state) => state.expect.added.some(([raised]) => raised === code))).not.toEqual(
      [],
    );
    expect(SCENARIOS.filter(({ expected }) => expected.addedCodes.includes(code))).not.toEqual([]);
  },
);

it.each(OF_SCENARIOS)('scenario $name gets the verdict that it promises', ({ expected, snapshot }) => {
  expect(promisedView(snapshot)).toEqual(expected);
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});

it('an answer of the checklist that is red or amber is never in the words of one that is green', () => {
  const answers = [...OF_RULES, ...OF_SCENARIOS].flatMap(({ snapshot }) =>
    snapshot.checklist.map(({ code, status, fact }) => ({ status, words: `${code}: ${fact}` })),
  );
  const green = new Set(answers.filter(({ status }) => status === 'green').map(({ words }) => words));
  const unwell = answers.filter(({ status }) => status === 'red' || status === 'amber');
  expect(unwell.map(({ words }) => words).filter((words) => green.has(words))).toEqual([]);
});
