import type { SiteList, SitePass } from '../../domain/projection.ts';

/**
 * With the ids there are, a statement of two megabytes, which servers take unless told otherwise. Each further pass
 * reads the whole table of sites once more.
 */
const MOST_LISTED = 250_000;

/**
 * The passes in which the sites are asked for, each by lists of at most about `mostListed` ids. A pass has all that is
 * listed of the blogs in its range, so that each site is in one pass with all that is expected of it.
 */
export function splitSiteLists<List extends SiteList>(
  lists: readonly List[],
  mostListed = MOST_LISTED,
): SitePass<List>[] {
  const listed = lists.flatMap(({ blog_ids, sites }) => [...blog_ids, ...sites.map((site) => site.blog_id)]);
  if (listed.length <= mostListed) return [{ lists, after_blog_id: null, up_to_blog_id: null }];
  const sorted = BigUint64Array.from(listed, BigInt).sort();
  const lasts = sorted.filter((_, index) => (index + 1) % mostListed === 0 && index + 1 < sorted.length);
  const bounds = [...new Set(lasts), null];
  return bounds.map((upTo, index) => {
    const after = bounds[index - 1] ?? null;
    const isWithin = (blogId: string) => {
      const id = BigInt(blogId);
      return (after === null || id > after) && (upTo === null || id <= upTo);
    };
    return {
      lists: lists.map((list) => ({
        ...list,
        blog_ids: list.blog_ids.filter(isWithin),
        sites: list.sites.filter((site) => isWithin(site.blog_id)),
      })),
      after_blog_id: after?.toString() ?? null,
      up_to_blog_id: upTo?.toString() ?? null,
    };
  });
}
