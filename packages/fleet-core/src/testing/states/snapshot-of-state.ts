import type { StateWithPast } from 'fleet-lab/state/state-with-past';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { lastLook } from '../look-again.ts';
import { makeContext } from '../make/make-context.ts';
import { makeThresholds } from '../make/make-thresholds.ts';
import { NOW_MS } from '../make/now.ts';
import { planOfState } from './plan-of-state.ts';
import { readingsOfState } from './readings-of-state.ts';

/** The snapshot of somebody who has looked whenever the state says so. */
export function snapshotOfState({ earlier = [], ...state }: StateWithPast): Closed<FleetSnapshot> {
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
