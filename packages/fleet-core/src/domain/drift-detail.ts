import type { OpenEvents } from '../contract/answers/drift-detail.ts';
import type { DriftRule } from '../contract/projection-drift.ts';
import type { SiteList, SiteStatusCount } from './projection.ts';

/** What the open http events of a site say of it: how many they are, and what the worst of them, or none, lets expect. */
export type EventsOfSite = { readonly open_events: OpenEvents; readonly expected_status: number };

/** A list of sites whose events say the same. */
export type ExplainedSiteList = SiteList & EventsOfSite;

/** Sites of one bucket that share a status, and of which the same is expected for the same reason. */
export type BucketStatusCount = SiteStatusCount & EventsOfSite & { readonly bucket: number };

/** The sites of one bucket that differ in the same way. */
export type DriftGroup = EventsOfSite & {
  readonly bucket: number;
  readonly site_status: number;
  readonly site_count: number;
  /** As the rule counts them: by pairs a site may count more than once. */
  readonly count: number;
};

/** One site that differs. */
export type SampleSite = EventsOfSite & {
  readonly site_id: string;
  readonly blog_id: string;
  readonly bucket: number;
  readonly site_status: number;
};

/** All that drifts, in groups, and some of its sites. */
export type DriftSample = {
  readonly rule: DriftRule;
  readonly groups: readonly DriftGroup[];
  readonly sites: readonly SampleSite[];
};
