import { deliverers, monitors, owners, rolloutFleet } from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const SILENT_SEC = 840;

/** One host has gone silent, process and ownership alike; what it last said was green. */
export const staleHost: Scenario = {
  name: 'stale-host',
  description: 'jetmon-b has not been heard of for 14 minutes and still holds its buckets',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-b': { updated_at_age: SILENT_SEC } }), ...deliverers()],
      owners: owners({ 'jetmon-b': { last_heartbeat_age: SILENT_SEC } }),
    }),
  deliveries: 'flowing',
  expected: { status: 'red', nextActionCode: 'investigate_stale_processes' },
};
