import type { FleetState } from './fleet-state.ts';

/** The environment variables by which the API judges a state under the state's own settings. */
export function apiSettings(state: Omit<FleetState, 'rows'>): Record<string, string> {
  const { bucket_total, heartbeat_grace_sec, expected_ownership } = state;
  return {
    BUCKET_TOTAL: String(bucket_total),
    BUCKET_HEARTBEAT_GRACE_SEC: String(heartbeat_grace_sec),
    ...(expected_ownership === undefined ? {} : { FLEET_EXPECTED_OWNERSHIP: expected_ownership }),
  };
}
