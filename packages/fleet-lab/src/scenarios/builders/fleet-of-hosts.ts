import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { HostRow, ProcessHealthRow } from '../../state/fleet-state.ts';
import { bucketOwner } from './bucket-owner.ts';
import { monitorProcess, pinnedMonitor } from './monitor-process.ts';

/** Changes to the rows of some hosts. */
export type ChangesByHost<Host extends string, Row> = Partial<Record<Host, Partial<Row>>>;

/** The monitors and owner rows of a fleet, by host. */
export type FleetOfHosts<Host extends string> = {
  /** The buckets that a host has while all is well. */
  rangeOf(host: Host): BucketRange;
  /** The monitors, dynamic but for those in `pinned`, each with the changes for its host. */
  monitors(changes?: ChangesByHost<Host, ProcessHealthRow>, pinned?: readonly Host[]): ProcessHealthRow[];
  /** The bucket owners, or those of `hosts`, each with the changes for its host. */
  owners(changes?: ChangesByHost<Host, HostRow>, hosts?: readonly Host[]): HostRow[];
};

/** A fleet in which each host has the range at its own place. */
export function fleetOfHosts<Host extends string>(
  hosts: readonly Host[],
  ranges: readonly BucketRange[],
): FleetOfHosts<Host> {
  const rangeOf = (host: Host): BucketRange => ranges[hosts.indexOf(host)] ?? { min: 0, max: 0 };
  return {
    rangeOf,
    monitors: (changes = {}, pinned = []) =>
      hosts.map((host) =>
        (pinned.includes(host) ? pinnedMonitor : monitorProcess)(host, rangeOf(host), changes[host]),
      ),
    owners: (changes = {}, some = hosts) =>
      some.map((host) => bucketOwner(host, rangeOf(host), changes[host])),
  };
}
