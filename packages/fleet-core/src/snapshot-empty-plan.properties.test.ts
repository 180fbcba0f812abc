import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import type { FleetState } from 'fleet-lab/state/fleet-state';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { expect, it } from 'vitest';
import type { FleetReadings } from './domain/fleet-readings.ts';
import { NO_PLAN, type PlanInForce } from './domain/plan-in-force.ts';
import { buildSnapshot } from './snapshot.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makePlan } from './testing/make/make-plan.ts';
import { makeThresholds } from './testing/make/make-thresholds.ts';
import { NOW_MS } from './testing/make/now.ts';
import { readingsOfState } from './testing/states/readings-of-state.ts';

const STATES: readonly (readonly [string, FleetState])[] = [
  ['the worked example', seedExample()],
  ...labelledStates().map((state) => [state.name, state] as const),
  ...RULE_STATES.map((state) => [state.name, state] as const),
  ...SCENARIOS.map(({ name, build }) => [name, build()] as const),
];

function verdictOf(state: FleetState, readings: FleetReadings, plan: PlanInForce) {
  const { bucket_total, heartbeat_grace_sec, expected_ownership = null } = state;
  const { display, ...context } = makeContext({
    plan,
    thresholds: makeThresholds({ bucket_total, heartbeat_grace_sec }),
  });
  const settings = { ...context, display: { ...display, expected_ownership } };
  const { plan: _, causes, ...verdict } = buildSnapshot(readings, settings);
  // The step that names the line of a plan names its file as well.
  return { ...verdict, causes: causes.map(({ steps, ...cause }) => ({ ...cause, steps: steps.length })) };
}

it.each(STATES)('a plan that says nothing changes nothing: %s', (_, state) => {
  const readings = readingsOfState(state, NOW_MS);
  expect(verdictOf(state, readings, makePlan())).toEqual(verdictOf(state, readings, NO_PLAN));
});
