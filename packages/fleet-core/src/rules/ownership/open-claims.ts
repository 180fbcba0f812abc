import type { BucketOverlap } from '../../contract/bucket-coverage.ts';

/** More hosts than these are counted, not listed: with thousands on one bucket the lists would outgrow all else. */
export const MOST_HOSTS_LISTED = 20;

/** The claims that are open at one point of a sweep, by host. */
export type OpenClaims = {
  /** Opens (1) or closes (-1) a claim of this host. */
  change(host_id: string, by: 1 | -1): void;
  /** How many claims are open. */
  claimCount(): number;
  /** Whether the open claims are of other hosts than when this was last asked. */
  haveOtherHosts(): boolean;
  /** The hosts of the open claims, the first ones by name and the number of the others. */
  hosts(): Pick<BucketOverlap, 'host_ids' | 'more_hosts'>;
};

/** Tracks open claims. `sortedHosts` are all hosts that may open one, in the order in which they are listed. */
export function trackOpenClaims(sortedHosts: readonly string[]): OpenClaims {
  const rankOf = new Map(sortedHosts.map((host, rank) => [host, rank]));
  const claimsOf = new Int32Array(sortedHosts.length);
  const wasOpen = new Map<number, boolean>();
  let claimCount = 0;
  let hostCount = 0;
  const isOpen = (rank: number) => (claimsOf[rank] ?? 0) > 0;

  return {
    change(host_id, by) {
      const rank = rankOf.get(host_id) ?? 0;
      const before = isOpen(rank);
      if (!wasOpen.has(rank)) wasOpen.set(rank, before);
      claimsOf[rank] = (claimsOf[rank] ?? 0) + by;
      claimCount += by;
      hostCount += Number(isOpen(rank)) - Number(before);
    },
    claimCount: () => claimCount,
    haveOtherHosts() {
      const changed = [...wasOpen].some(([rank, before]) => before !== isOpen(rank));
      wasOpen.clear();
      return changed;
    },
    hosts() {
      const listed = Math.min(hostCount, MOST_HOSTS_LISTED);
      const host_ids: string[] = [];
      for (let rank = 0; host_ids.length < listed; rank++) {
        if (isOpen(rank)) host_ids.push(sortedHosts[rank] ?? '');
      }
      return { host_ids, ...(hostCount > listed ? { more_hosts: hostCount - listed } : {}) };
    },
  };
}
