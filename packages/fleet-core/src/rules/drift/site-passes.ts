import { ALL_SITES, type SiteList, type SitePass, type SiteRange } from '../../domain/projection.ts';

/** With the ids there are, a statement of two megabytes, which servers take unless told otherwise. */
const MOST_LISTED = 250_000;

/**
 * The passes in which the sites of a range are asked for, each by lists of at most about `mostListed` ids. Many named
 * sites make smaller ranges of sites, which are read once all the same; many blogs make ranges of blogs, for each of which
 * the sites are read once more. Each site is in one pass, with all that is expected of it.
 */
export function splitSiteLists<List extends SiteList>(
  lists: readonly List[],
  range: SiteRange = ALL_SITES,
  mostListed = MOST_LISTED,
): SitePass<List>[] {
  const inRange = listedWithin(lists, range);
  const siteIds = inRange.flatMap((list) => list.site_ids);
  const blogIds = inRange.flatMap((list) => list.blog_ids);
  const mostOfEach =
    siteIds.length + blogIds.length > mostListed && siteIds.length > 0 && blogIds.length > 0
      ? Math.ceil(mostListed / 2)
      : mostListed;
  const siteBounds = boundsOf(siteIds, mostOfEach);
  const blogBounds = boundsOf(blogIds, mostOfEach);
  return siteBounds.flatMap((up_to_id, index) => {
    const part = {
      after_id: siteBounds[index - 1] ?? range.after_id,
      up_to_id: up_to_id ?? range.up_to_id,
    };
    const inPart = listedWithin(inRange, part);
    return blogBounds.map((up_to_blog_id, place) => {
      const after_blog_id = blogBounds[place - 1] ?? null;
      const ofBlogs = inPart.map((list) => ({
        ...list,
        blog_ids: idsWithin(list.blog_ids, after_blog_id, up_to_blog_id),
      }));
      return { lists: ofBlogs, range: part, after_blog_id, up_to_blog_id };
    });
  });
}

/** With the sites of the range alone; of which blogs these are is not known. */
function listedWithin<List extends SiteList>(
  lists: readonly List[],
  { after_id, up_to_id }: SiteRange,
): List[] {
  return lists.map((list) => ({ ...list, site_ids: idsWithin(list.site_ids, after_id, up_to_id) }));
}

/** Up to which id each part goes that holds `most` ids, and no end for the last. */
function boundsOf(ids: readonly string[], most: number): (string | null)[] {
  if (ids.length <= most) return [null];
  const sorted = BigUint64Array.from(ids, BigInt).sort();
  const lasts = sorted.filter((_, index) => (index + 1) % most === 0 && index + 1 < sorted.length);
  return [...[...new Set(lasts)].map(String), null];
}

function idsWithin(ids: readonly string[], after: string | null, upTo: string | null): readonly string[] {
  if (after === null && upTo === null) return ids;
  return ids.filter((id) => (after === null || isBelow(after, id)) && (upTo === null || !isBelow(upTo, id)));
}

/** Of two ids as the database writes them: the shorter is the lesser, and those of one length go by their digits. */
function isBelow(id: string, other: string): boolean {
  return id.length === other.length ? id < other : id.length < other.length;
}
