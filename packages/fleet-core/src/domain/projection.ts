import type { DriftRule } from '../contract/projection-drift.ts';

/** The status of a site that is expected where no open http event says otherwise. */
export const RUNNING = 1;

/** One open http event, by the status that it lets expect of its sites. */
export type OpenHttpEvent = {
  readonly blog_id: string;
  /** The site that it belongs to; null when that is the whole blog. */
  readonly endpoint_id: string | null;
  readonly expected_status: number;
};

/** The same with the blog that its site is of; null when there is no such site. */
export type LocatedHttpEvent = OpenHttpEvent & { readonly endpoint_blog_id: string | null };

/** Blogs and single sites of which the same is expected. A site is of the first list that holds it or its blog. */
export type SiteList = {
  /** One status, or by pairs one for each event. */
  readonly expected_statuses: readonly number[];
  readonly blog_ids: readonly string[];
  readonly site_ids: readonly string[];
};

/**
 * What is asked of the table of sites at once: the sites in a range that are of the blogs in a range, both ends open where
 * null.
 */
export type SitePass<List extends SiteList = SiteList> = {
  readonly lists: readonly List[];
  readonly range: SiteRange;
  readonly after_blog_id: string | null;
  readonly up_to_blog_id: string | null;
};

/** The sites with ids after one and up to another, all of them where null. Ids never change, whatever else of a site does. */
export type SiteRange = { readonly after_id: string | null; readonly up_to_id: string | null };

export const ALL_SITES: SiteRange = { after_id: null, up_to_id: null };

/** Between which ids all sites lie. */
export type SiteIds = { readonly least: string; readonly greatest: string };

/**
 * How many active sites of which the same is expected share a status. Sites that are running and of which nothing
 * else is expected are left out.
 */
export type SiteStatusCount = {
  readonly expected_statuses: readonly number[];
  readonly site_status: number;
  readonly count: number;
};

/** How many sites differ from their open http events, and by which rule. */
export type DriftCount = { readonly rule: DriftRule; readonly count: number };
