import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import { fromInstant } from '../domain/instant.ts';
import { gauge, gauges } from './gauges.ts';
import type { MetricFamily } from './metric-family.ts';

/** What is counted over the sites, which may be older than the snapshot: each count comes with its age. */
export function siteMetrics(snapshot: Closed<FleetSnapshot>): MetricFamily[] {
  const { projection_drift, site_activity, generated_at } = snapshot;
  const ageSec = (at: string | null) =>
    at === null ? null : (fromInstant(generated_at) - fromInstant(at)) / 1000;
  const { rule, count } = projection_drift;
  return [
    gauges(
      'fleet_projection_drift',
      'Sites that differ from their open http events, counted by this rule.',
      rule === null ? [] : [{ labels: { rule }, value: count }],
    ),
    gauge(
      'fleet_projection_drift_age_seconds',
      'How much older the count of drift is than the snapshot.',
      ageSec(projection_drift.checked_at),
    ),
    gauge(
      'fleet_buckets_unchecked',
      'Owned buckets none of whose active sites has been checked for too long.',
      site_activity.unchecked_buckets,
    ),
    gauge(
      'fleet_sites_outside_buckets',
      'Active sites in buckets beyond the bucket total, which nobody can own.',
      site_activity.sites_outside_buckets,
    ),
    gauge(
      'fleet_site_activity_age_seconds',
      'How much older these counts of sites are than the snapshot.',
      ageSec(site_activity.checked_at),
    ),
  ];
}
