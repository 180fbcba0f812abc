import type { BucketOwner } from '../contract/bucket-coverage.ts';
import type { SeenProcess } from '../domain/fleet-memory.ts';
import { groupBy } from './group-by.ts';
import type { JudgedProcess } from './processes/processes.ts';

/** All that is known of one host. */
export type JudgedHost = {
  /** In process order. */
  readonly processes: readonly JudgedProcess[];
  readonly vanished: readonly SeenProcess[];
  readonly owner: BucketOwner | undefined;
};

export const UNKNOWN_HOST: JudgedHost = { processes: [], vanished: [], owner: undefined };

/** Every host that has a process, had one that vanished, or owns buckets by a row. */
export function judgeHosts(
  processes: readonly JudgedProcess[],
  vanished: readonly SeenProcess[],
  owners: readonly BucketOwner[],
): Map<string, JudgedHost> {
  const processesOf = groupBy(processes, ({ process }) => process.host_id);
  const vanishedOf = groupBy(vanished, ({ host_id }) => host_id);
  const ownerOf = new Map(owners.map((owner) => [owner.host_id, owner]));
  const names = new Set([...processesOf.keys(), ...vanishedOf.keys(), ...ownerOf.keys()]);
  return new Map(
    [...names].map((host) => [
      host,
      {
        processes: processesOf.get(host) ?? [],
        vanished: vanishedOf.get(host) ?? [],
        owner: ownerOf.get(host),
      },
    ]),
  );
}
