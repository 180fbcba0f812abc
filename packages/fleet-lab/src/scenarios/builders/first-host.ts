import type { FleetState } from '../../state/fleet-state.ts';
import { deliverers, monitors, rolloutFleet } from './rollout-fleet.ts';

/** v2 has but one host, as the stage `pinned` plans it: v1 has all other ranges. */
export function firstHost(state: 'running' | 'stopped'): FleetState {
  const pinned = monitors({ 'jetmon-a': { state } }, ['jetmon-a']).slice(0, 1);
  return rolloutFleet({
    processes: [...pinned, ...deliverers()],
    owners: [],
    expected_ownership: 'pinned',
  });
}
