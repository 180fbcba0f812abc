import { delivererProcess } from '../scenarios/builders/deliverer-process.ts';
import type { ChangesByHost } from '../scenarios/builders/fleet-of-hosts.ts';
import { type FleetParts, rolloutFleet } from '../scenarios/builders/rollout-fleet.ts';
import { THREE_HOSTS, type ThreeHost, threeHosts } from '../scenarios/builders/three-hosts.ts';
import type { FleetState, HostRow, ProcessHealthRow, SiteRow } from '../state/fleet-state.ts';

/** How a state differs from the small fleet that is well. */
export type SmallFleetChanges = Omit<FleetParts, 'processes' | 'owners' | 'monitored' | 'bucketTotal'> & {
  readonly monitors?: ChangesByHost<ThreeHost, ProcessHealthRow>;
  /** Hosts whose monitor has no row. */
  readonly gone?: readonly ThreeHost[];
  /** Hosts whose monitor is pinned. */
  readonly pinned?: readonly ThreeHost[];
  readonly deliverers?: ProcessHealthRow[];
  readonly owners?: ChangesByHost<ThreeHost, HostRow> | HostRow[];
  readonly sites?: SiteRow[];
};

/** Three dynamic hosts that share the thousand buckets, one deliverer that owns delivery, and all is well. */
export function smallFleet(changes: SmallFleetChanges = {}): FleetState {
  const { monitors, gone = [], pinned, deliverers, owners = {}, sites = checkedSites(), ...parts } = changes;
  const living = threeHosts
    .monitors(monitors, pinned)
    .filter((row) => !gone.some((host) => host === row.host_id));
  return rolloutFleet({
    ...parts,
    processes: [...living, ...(deliverers ?? [delivererProcess('jetmon-deliverer-1')])],
    owners: Array.isArray(owners) ? owners : threeHosts.owners(owners),
    monitored: { sites, events: [] },
  });
}

/** The small fleet with all its monitors pinned and no owner rows, as was planned. */
export function pinnedFleet(changes: SmallFleetChanges = {}): FleetState {
  return smallFleet({ pinned: THREE_HOSTS, owners: [], expected_ownership: 'pinned', ...changes });
}

/** Buckets with one active site each, two of every host's. */
const SITE_BUCKETS = [0, 333, 334, 666, 667, 999];

/** One active site in each of those buckets, checked a minute ago but for those with a change, and `more` beside them. */
export function checkedSites(
  changes: Record<number, Partial<SiteRow>> = {},
  more: SiteRow[] = [],
): SiteRow[] {
  return [...SITE_BUCKETS.map((bucket) => site(bucket, changes[bucket])), ...more];
}

/** An active site that was checked a minute ago. */
export function site(bucket: number, changes: Partial<SiteRow> = {}): SiteRow {
  const blog_id = 1_000 + bucket;
  return {
    blog_id,
    bucket_no: bucket,
    monitor_active: 1,
    site_status: 1,
    last_checked_age: 60,
    ...changes,
  };
}
