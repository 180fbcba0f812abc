import { monitoredSites } from '../builders/monitored-sites.ts';
import {
  BUCKET_TOTAL,
  deliverers,
  monitors,
  owners,
  rangeOf,
  rolloutFleet,
} from '../builders/rollout-fleet.ts';
import type { Scenario } from '../scenario.ts';

const SILENT_SEC = 840;
const RANGE = rangeOf('jetmon-b');

/** One host has gone silent, process and ownership alike; what it last said was green. */
export const staleHost: Scenario = {
  name: 'stale-host',
  description: 'jetmon-b has not been heard of for 14 minutes and still holds its buckets',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-b': { updated_at_age: SILENT_SEC } }), ...deliverers()],
      owners: owners({ 'jetmon-b': { last_heartbeat_age: SILENT_SEC } }),
      monitored: monitoredSites(400, BUCKET_TOTAL, {
        checkedAge: (bucket) => (bucket >= RANGE.min && bucket <= RANGE.max ? SILENT_SEC : 60),
      }),
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'investigate_stale_processes',
    decision: 'stop',
    addedCodes: ['owner_without_monitor'],
  },
};
