import type { BucketRange } from '../../contract/bucket-coverage.ts';
import { type BucketClaim, claimedByHost } from './bucket-claims.ts';

type Edge = { readonly at: number; readonly host: string; readonly opens: boolean };

/**
 * The buckets that a host claims and no other does, in order. One sweep, since a mass outage asks for every host, and none
 * before the first is asked for: a fleet that is well never is.
 */
export function soleClaimsOf(claims: readonly BucketClaim[]): (host: string) => readonly BucketRange[] {
  let sole: ReadonlyMap<string, readonly BucketRange[]> | undefined;
  return (host) => {
    sole ??= soleClaims(claims);
    return sole.get(host) ?? [];
  };
}

/** The same of each host that has any. */
export function soleClaims(claims: readonly BucketClaim[]): Map<string, BucketRange[]> {
  const open = new Set<string>();
  const sole = new Map<string, BucketRange[]>();
  let from = 0;
  for (const { at, host, opens } of edgesOf(claims)) {
    if (open.size === 1 && at > from) {
      const [only = ''] = open;
      const ranges = sole.get(only) ?? [];
      ranges.push({ min: from, max: at - 1 });
      sole.set(only, ranges);
    }
    if (opens) open.add(host);
    else open.delete(host);
    from = at;
  }
  return sole;
}

/** Where a host begins to claim, and where it no longer does; its own claims count together. */
function edgesOf(claims: readonly BucketClaim[]): Edge[] {
  const edges: Edge[] = [];
  for (const [host, ranges] of claimedByHost(claims))
    for (const { min, max } of ranges)
      edges.push({ at: min, host, opens: true }, { at: max + 1, host, opens: false });
  return edges.sort((a, b) => a.at - b.at);
}
