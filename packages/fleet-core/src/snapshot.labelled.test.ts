import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { expect, it } from 'vitest';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import { buildSnapshot } from './snapshot.ts';
import { labelledTexts, labelledView, withoutNulls } from './testing/labelled-view.ts';
import { makeContext } from './testing/make-context.ts';
import { NOW_MS } from './testing/now.ts';
import { readingsOfState } from './testing/readings-of-state.ts';

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name gets its verdicts from the rules',
  ({ state }) => {
    const { bucket_total, heartbeat_grace_sec } = state;
    const snapshot = buildSnapshot(
      readingsOfState(state, NOW_MS),
      makeContext({ thresholds: { bucket_total, heartbeat_grace_sec, recent_window_sec: 900 } }),
    );
    expect(FleetSnapshot.parse(snapshot)).toEqual(snapshot);
    expect(labelledView(snapshot)).toEqual(withoutNulls(state.expect));
  },
);

it('the worked example is described in its exact sentences', () => {
  const snapshot = buildSnapshot(readingsOfState(seedExample(), NOW_MS), makeContext());
  expect(labelledTexts(snapshot)).toEqual(seedExample().texts);
});
