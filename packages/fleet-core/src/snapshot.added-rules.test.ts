import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { watchedScenario } from 'fleet-lab/scenarios/incident';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import type { StateWithPast } from 'fleet-lab/state/state-with-past';
import { expect, it } from 'vitest';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import type { Closed } from './contract/scalars.ts';
import { ADDED_CODES } from './testing/added-issues.ts';
import { addedView, promisedView } from './testing/added-view.ts';
import { lastLook } from './testing/look-again.ts';
import { makeContext } from './testing/make-context.ts';
import { makeThresholds } from './testing/make-thresholds.ts';
import { NOW_MS } from './testing/now.ts';
import { planOfState } from './testing/plan-of-state.ts';
import { readingsOfState } from './testing/readings-of-state.ts';

/** The snapshot of somebody who has looked whenever the state says so. */
function snapshotOf({ earlier = [], ...state }: StateWithPast): Closed<FleetSnapshot> {
  const { bucket_total, heartbeat_grace_sec, expected_ownership = null } = state;
  const { display, ...context } = makeContext({
    thresholds: makeThresholds({ bucket_total, heartbeat_grace_sec }),
  });
  const looks = [...earlier, { secondsBefore: 0, rows: state.rows }].map(({ secondsBefore, rows }) =>
    readingsOfState({ ...state, rows }, NOW_MS - secondsBefore * 1000),
  );
  const plan = planOfState(state);
  return lastLook(looks, { ...context, plan, display: { ...display, expected_ownership } });
}

it.each(RULE_STATES)('$name', ({ expect: expected, ...state }) => {
  const snapshot = snapshotOf(state);
  expect(addedView(snapshot)).toEqual(expected);
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});

it.each(ADDED_CODES)(
  'the rule %s has states in which it raises something, and one scenario at least',
  (code) => {
    expect(RULE_STATES.filter((state) => state.expect.added.some(([raised]) => raised === code))).not.toEqual(
      [],
    );
    expect(SCENARIOS.filter(({ expected }) => expected.addedCodes.includes(code))).not.toEqual([]);
  },
);

it.each(SCENARIOS)('scenario $name gets the verdict that it promises', (scenario) => {
  const snapshot = snapshotOf(watchedScenario(scenario));
  expect(promisedView(snapshot)).toEqual(scenario.expected);
  expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
});
