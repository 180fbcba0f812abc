import type { DeliveryRows, FleetState, HostRow, ProcessHealthRow } from '../../state/fleet-state.ts';
import { delivererProcess } from './deliverer-process.ts';
import { delivered, retrying } from './delivery-rows.ts';
import { fleetOfHosts } from './fleet-of-hosts.ts';
import { type MonitoredSites, monitoredSites } from './monitored-sites.ts';
import { splitBuckets } from './split-buckets.ts';

export const BUCKET_TOTAL = 1000;
export const HEARTBEAT_GRACE_SEC = 600;

/** The parts of a fleet that a scenario changes; what is left out is that of a healthy fleet. */
export type FleetParts = Pick<FleetState, 'expected_ownership' | 'plan_file'> & {
  readonly processes?: ProcessHealthRow[];
  readonly owners?: HostRow[];
  readonly webhooks?: DeliveryRows[];
  readonly alerts?: DeliveryRows[];
  readonly monitored?: MonitoredSites;
  readonly bucketTotal?: number;
};

/** Six hosts, enough that every one has a neighbour and the table still fits a screen. */
export const HOSTS = ['jetmon-a', 'jetmon-b', 'jetmon-c', 'jetmon-d', 'jetmon-e', 'jetmon-f'] as const;

/** The six hosts: their buckets, monitors and owner rows. */
export const { rangeOf, monitors, owners } = fleetOfHosts(HOSTS, splitBuckets(BUCKET_TOTAL, HOSTS.length));

/** The two deliverers of a healthy fleet: one owns the queues, with these changes, and the other stands by. */
export function deliverers(owner: Partial<ProcessHealthRow> = {}): ProcessHealthRow[] {
  return [
    delivererProcess('jetmon-deliverer-1', owner),
    delivererProcess('jetmon-deliverer-2', { delivery_workers_enabled: 0 }),
  ];
}

/** A healthy dynamic fleet of six monitors and two deliverers, but for the parts that are given. */
export function rolloutFleet(parts: FleetParts = {}): FleetState {
  const bucketTotal = parts.bucketTotal ?? BUCKET_TOTAL;
  const monitored = parts.monitored ?? monitoredSites(400, bucketTotal);
  return {
    bucket_total: bucketTotal,
    heartbeat_grace_sec: HEARTBEAT_GRACE_SEC,
    ...(parts.expected_ownership === undefined ? {} : { expected_ownership: parts.expected_ownership }),
    ...(parts.plan_file === undefined ? {} : { plan_file: parts.plan_file }),
    rows: {
      jetmon_process_health: parts.processes ?? [...monitors(), ...deliverers()],
      jetmon_hosts: parts.owners ?? owners(),
      jetmon_webhook_deliveries: parts.webhooks ?? [delivered(240), retrying(3, 180)],
      jetmon_alert_deliveries: parts.alerts ?? [delivered(60)],
      jetpack_monitor_sites: monitored.sites,
      jetmon_events: monitored.events,
    },
  };
}
