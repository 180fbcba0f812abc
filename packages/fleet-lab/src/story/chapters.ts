import { delivered, due } from '../scenarios/builders/delivery-rows.ts';
import { deliverers, HOSTS, monitors, rolloutFleet } from '../scenarios/builders/rollout-fleet.ts';
import { deliveryBacklog } from '../scenarios/delivery/delivery-backlog.ts';
import { deliveryFailures } from '../scenarios/delivery/delivery-failures.ts';
import { coverageGap } from '../scenarios/ownership/coverage-gap.ts';
import { dynamicHealthy } from '../scenarios/rollout/dynamic-healthy.ts';
import { midRollout } from '../scenarios/rollout/mid-rollout.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { drift } from '../scenarios/sites/drift.ts';
import { type Chapter, chapter } from './chapter.ts';

const pinned: Scenario = {
  name: 'pinned',
  description: 'six monitors pinned in their configuration',
  build: () => rolloutFleet({ processes: [...monitors({}, HOSTS), ...deliverers()], owners: [] }),
  deliveries: 'flowing',
  expected: {
    status: 'amber',
    nextActionCode: 'confirm_bucket_ownership',
    decision: 'hold',
    addedCodes: [],
  },
};

const silentHost: Scenario = {
  name: 'silent-host',
  description: 'a pinned monitor has gone silent',
  build: () =>
    rolloutFleet({
      processes: [...monitors({ 'jetmon-b': { updated_at_age: 660 } }, HOSTS), ...deliverers()],
      owners: [],
    }),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'investigate_stale_processes',
    decision: 'stop',
    addedCodes: [],
  },
};

const drainingBacklog: Scenario = {
  name: 'draining-backlog',
  description: 'the backlog drains through its one owner',
  build: () =>
    rolloutFleet({
      webhooks: [delivered(120), due(300, 480)],
      alerts: [delivered(30), due(60, 450)],
    }),
  deliveries: 'draining',
  expected: {
    status: 'amber',
    nextActionCode: 'drain_due_deliveries',
    decision: 'hold',
    addedCodes: [],
  },
};

/** A rollout from pinned ranges to a green dynamic fleet, with its incidents, in three minutes. */
export const CHAPTERS: readonly Chapter[] = [
  chapter(18, pinned, 'v2 runs on six hosts, each pinned to its buckets. Amber is what we expect here.'),
  chapter(16, silentHost, 'Eleven minutes later: jetmon-b has stopped reporting. Its last word was green.'),
  chapter(10, pinned, 'jetmon-b is restarted and reports again.'),
  chapter(18, midRollout, 'The cutover begins: three hosts take their buckets from jetmon_hosts.'),
  chapter(18, coverageGap, 'All are dynamic, but jetmon-c did not claim its buckets: a gap.'),
  chapter(12, dynamicHealthy, 'jetmon-c claims them. Every bucket has one owner: green.'),
  chapter(18, deliveryBacklog, 'The deliverer came back with its workers off: deliveries pile up.'),
  chapter(22, drainingBacklog, 'Workers are on, with jetmon-deliverer-1 as the owner: the backlog drains.'),
  chapter(16, deliveryFailures, 'A receiver rejects webhooks for good: deliveries fail.'),
  chapter(16, drift, 'The receiver is mended. Now the legacy table lags behind seven open events.'),
  chapter(16, dynamicHealthy, 'The projection is repaired. The rollout is done: all green.'),
];
