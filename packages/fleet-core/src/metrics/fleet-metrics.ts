import type { FleetSnapshot, ServedBy } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import { bucketMetrics } from './bucket-metrics.ts';
import { deliveryMetrics } from './delivery-metrics.ts';
import { gauge, gauges } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';
import { processMetrics } from './process-metrics.ts';
import { siteMetrics } from './site-metrics.ts';
import { sourceMetrics } from './source-metrics.ts';
import { verdictMetrics } from './verdict-metrics.ts';

/** What is known of the fleet: the snapshot is null where none is present, its age where none was ever read. */
export type Known = {
  readonly snapshot: Closed<FleetSnapshot> | null;
  readonly ageSec: number | null;
  readonly served_by: ServedBy;
};

/**
 * A snapshot as numbers. Without a present one there are none of the fleet, only that it is not seen: no old number, and
 * no 0 for what is not known. How many there are does not grow with the fleet.
 */
export function fleetMetrics({ snapshot, ageSec, served_by }: Known): MetricFamily[] {
  const { version, build_id } = served_by;
  return [
    gauge(
      'fleet_snapshot_up',
      '1 while the fleet is seen: the last read succeeded, and lately. 0: the dashboard is blind, and says nothing of the fleet.',
      snapshot === null ? 0 : 1,
    ),
    gauge('fleet_snapshot_age_seconds', 'Time since the last good read of the fleet began.', ageSec),
    gauges('fleet_build_info', 'Always 1: which dashboard this is.', [
      { labels: { version, build_id }, value: 1 },
    ]),
    ...(snapshot === null ? [] : seen(snapshot)),
  ];
}

function seen(snapshot: Closed<FleetSnapshot>): MetricFamily[] {
  return [
    ...verdictMetrics(snapshot),
    ...processMetrics(snapshot),
    ...bucketMetrics(snapshot),
    ...siteMetrics(snapshot),
    ...deliveryMetrics(snapshot),
    ...sourceMetrics(snapshot),
  ];
}
