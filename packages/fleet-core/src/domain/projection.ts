/** How many open http events of one state a blog has. */
export type OpenHttpEvents = { readonly blog_id: string; readonly state: string; readonly count: number };

/**
 * How many active sites share a status: those of one blog that has an open http event, or, with `blog_id`
 * null, those of all others. Sites that are running and have no open event are left out.
 */
export type SiteStatusCount = {
  readonly blog_id: string | null;
  readonly site_status: number;
  readonly count: number;
};
