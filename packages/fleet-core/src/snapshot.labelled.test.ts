import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { expect, it } from 'vitest';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import { buildSnapshot } from './snapshot.ts';
import { makeContext } from './testing/make/make-context.ts';
import { makeThresholds } from './testing/make/make-thresholds.ts';
import { NOW_MS } from './testing/make/now.ts';
import { labelledTexts, labelledView, withoutNulls } from './testing/states/labelled-view.ts';
import { readingsOfState } from './testing/states/readings-of-state.ts';
import { lacksRedAnswer } from './testing/states/red-answers.ts';

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name gets its verdicts from the rules',
  ({ state }) => {
    const { bucket_total, heartbeat_grace_sec } = state;
    const snapshot = buildSnapshot(
      readingsOfState(state, NOW_MS),
      makeContext({ thresholds: makeThresholds({ bucket_total, heartbeat_grace_sec }) }),
    );
    expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(labelledView(snapshot)).toEqual(withoutNulls(state.expect));
    expect(lacksRedAnswer(snapshot)).toBe(false);
  },
);

it('the worked example is described in its exact sentences', () => {
  const snapshot = buildSnapshot(readingsOfState(seedExample(), NOW_MS), makeContext());
  expect(labelledTexts(snapshot)).toEqual(seedExample().texts);
});
