import type { BucketRange } from '../../contract/bucket-coverage.ts';
import { groupBy } from '../group-by.ts';
import type { BucketClaim } from './bucket-claims.ts';
import { unionRanges } from './bucket-ranges.ts';

type Edge = { readonly at: number; readonly host: string; readonly opens: boolean };

/** The buckets that each host claims and no other does, in order. One sweep, since a mass outage asks for every host. */
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
  const byHost = groupBy(claims, ({ host_id }) => host_id);
  const edges = [...byHost].flatMap(([host, own]) =>
    unionRanges(own.map(({ bucket_min: min, bucket_max: max }) => ({ min, max }))).flatMap(({ min, max }) => [
      { at: min, host, opens: true },
      { at: max + 1, host, opens: false },
    ]),
  );
  return edges.sort((a, b) => a.at - b.at);
}
