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

type Claimant = { readonly host_id: string; claims: number };

/**
 * Tracks open claims. `allHosts` gives the hosts that may open one, in the order in which they are listed; it is asked once, and
 * only where a list is.
 */
export function trackOpenClaims(allHosts: () => readonly string[]): OpenClaims {
  const claimants = new Map<string, Claimant>();
  const openedOrClosed = new Set<Claimant>();
  let inOrder: readonly Claimant[] | undefined;
  let claimCount = 0;
  let hostCount = 0;

  function claimantOf(host_id: string): Claimant {
    const known = claimants.get(host_id);
    if (known !== undefined) return known;
    const claimant = { host_id, claims: 0 };
    claimants.set(host_id, claimant);
    return claimant;
  }

  return {
    change(host_id, by) {
      const claimant = claimantOf(host_id);
      const wasOpen = isOpen(claimant);
      claimant.claims += by;
      claimCount += by;
      if (isOpen(claimant) === wasOpen) return;
      hostCount += by;
      // One that closes and opens again in between is as it was.
      if (!openedOrClosed.delete(claimant)) openedOrClosed.add(claimant);
    },
    claimCount: () => claimCount,
    haveOtherHosts() {
      const haveChanged = openedOrClosed.size > 0;
      openedOrClosed.clear();
      return haveChanged;
    },
    hosts() {
      inOrder ??= allHosts().map(claimantOf);
      const listed = Math.min(hostCount, MOST_HOSTS_LISTED);
      const host_ids: string[] = [];
      for (const claimant of inOrder) {
        if (host_ids.length === listed) break;
        if (isOpen(claimant)) host_ids.push(claimant.host_id);
      }
      return { host_ids, ...(hostCount > listed ? { more_hosts: hostCount - listed } : {}) };
    },
  };
}

function isOpen({ claims }: Claimant): boolean {
  return claims > 0;
}
