import type { FleetState, ProcessHealthRow } from '../../state/fleet-state.ts';
import { bucketOwner } from '../builders/bucket-owner.ts';
import { delivererProcess } from '../builders/deliverer-process.ts';
import { delivered, retrying } from '../builders/delivery-rows.ts';
import { hostVariation } from '../builders/host-variation.ts';
import { monitorProcess } from '../builders/monitor-process.ts';
import { monitoredSites } from '../builders/monitored-sites.ts';
import { BUCKET_TOTAL, rolloutFleet } from '../builders/rollout-fleet.ts';
import { splitBuckets } from '../builders/split-buckets.ts';
import { verifierTrouble } from '../builders/verifier-trouble.ts';
import type { Scenario } from '../scenario.ts';

const REGIONS = ['us-east', 'us-west', 'eu', 'ap', 'sa'];

/**
 * A fleet of exactly `processCount` processes: one in twenty delivers, the others monitor and own the buckets.
 * A few are stale, red or amber. `bucket_total` grows where there are more owners than half the usual buckets.
 */
export function largeFleet(processCount: number): FleetState {
  const delivererCount = Math.floor(processCount / 20);
  const monitorCount = processCount - delivererCount;
  const bucketTotal = Math.max(BUCKET_TOTAL, monitorCount * 2);
  const ranges = splitBuckets(bucketTotal, monitorCount);
  const processes = ranges.map((range, index) => monitorProcess(hostName(index), range, trouble(index)));
  for (let index = 0; index < delivererCount; index++) {
    const enabled = index === 0 ? 1 : 0;
    processes.push(delivererProcess(`jetmon-deliverer-${index + 1}`, { delivery_workers_enabled: enabled }));
  }
  return rolloutFleet({
    bucketTotal,
    processes,
    owners: ranges.map((range, index) => {
      const silentSec = trouble(index).updated_at_age;
      return bucketOwner(
        hostName(index),
        range,
        silentSec === undefined ? {} : { last_heartbeat_age: silentSec },
      );
    }),
    webhooks: [delivered(2_000), retrying(25, 240)],
    alerts: [delivered(500)],
    monitored: monitoredSites(4_000, bucketTotal),
  });
}

/** The size of fleet at which the page must stay usable. */
export const large: Scenario = {
  name: 'large',
  description: '400 processes: 380 dynamic monitors, 20 deliverers, a few of them stale, red or amber',
  build: () => largeFleet(400),
  deliveries: 'flowing',
  expected: {
    status: 'red',
    nextActionCode: 'investigate_stale_processes',
    decision: 'stop',
    addedCodes: ['owner_without_monitor'],
  },
};

function hostName(index: number): string {
  return `jetmon-${REGIONS[index % REGIONS.length]}-${String(index + 1).padStart(3, '0')}`;
}

function trouble(index: number): Partial<ProcessHealthRow> {
  const host = hostName(index);
  const version = hostVariation(host) < 0.15 ? { version: '2.0.0', build_date: '2026-04-29' } : {};
  if (index % 130 === 41) return { ...version, updated_at_age: 660 + index };
  if (index % 95 === 17) return { ...version, ...verifierTrouble(host, 'red') };
  if (index % 60 === 8) return { ...version, ...verifierTrouble(host, 'amber') };
  return version;
}
