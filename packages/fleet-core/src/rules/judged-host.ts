import type { BucketOwner } from '../contract/bucket-coverage.ts';
import type { SeenProcess } from '../domain/fleet-memory.ts';
import type { RangeLock } from '../domain/rollout-control.ts';
import { groupBy } from './group-by.ts';
import type { JudgedProcess } from './processes/processes.ts';

/** All that is known of one host. */
export type JudgedHost = {
  /** In process order. */
  readonly processes: readonly JudgedProcess[];
  readonly vanished: readonly SeenProcess[];
  readonly owner: BucketOwner | undefined;
  /** The range locks that it holds; Jetmon's API gives one host no more than one. */
  readonly locks: readonly RangeLock[];
};

export const UNKNOWN_HOST: JudgedHost = { processes: [], vanished: [], owner: undefined, locks: [] };

/** Every host that has a process, had one that vanished, or owns buckets by a row or a lock. */
export function judgeHosts(
  processes: readonly JudgedProcess[],
  vanished: readonly SeenProcess[],
  owners: readonly BucketOwner[],
  locks: readonly RangeLock[],
): Map<string, JudgedHost> {
  const processesOf = groupBy(processes, ({ process }) => process.host_id);
  const vanishedOf = groupBy(vanished, ({ host_id }) => host_id);
  const ownerOf = new Map(owners.map((owner) => [owner.host_id, owner]));
  const locksOf = groupBy(locks, ({ host_id }) => host_id);
  const hosts = new Map<string, JudgedHost>();
  for (const known of [processesOf, vanishedOf, ownerOf, locksOf]) {
    for (const host of known.keys()) {
      if (hosts.has(host)) continue;
      hosts.set(host, {
        processes: processesOf.get(host) ?? UNKNOWN_HOST.processes,
        vanished: vanishedOf.get(host) ?? UNKNOWN_HOST.vanished,
        owner: ownerOf.get(host),
        locks: locksOf.get(host) ?? UNKNOWN_HOST.locks,
      });
    }
  }
  return hosts;
}
