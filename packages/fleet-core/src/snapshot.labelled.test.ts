import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { expect, it } from 'vitest';
import { FleetSnapshot } from './contract/fleet-snapshot.ts';
import { buildSnapshot } from './snapshot.ts';
import { labelledView, withoutNulls } from './testing/labelled-view.ts';
import { makeContext } from './testing/make-context.ts';
import { makeThresholds } from './testing/make-thresholds.ts';
import { readingsOfState } from './testing/readings-of-state.ts';

const NOW_MS = Date.UTC(2026, 3, 30, 14);

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
  },
);

it('the worked example is described in its exact sentences', () => {
  const { summary, bucket_coverage, delivery } = buildSnapshot(
    readingsOfState(seedExample(), NOW_MS),
    makeContext(),
  );
  expect({
    'summary.message': summary.message,
    'summary.suggested_next_action': summary.suggested_next_action,
    'summary.issues': summary.issues,
    'bucket_coverage.error': bucket_coverage.error,
    'delivery.posture.message': delivery.posture.message,
  }).toEqual(seedExample().texts);
});
