import type { EventRow, SiteRow } from '../../state/fleet-state.ts';

/** Sites with the events about them. */
export type MonitoredSites = {
  readonly sites: SiteRow[];
  readonly events: EventRow[];
};

/** How sites differ from those of a healthy fleet. */
export type SiteTrouble = {
  /** Of how many sites with an open event the legacy status does not follow it. */
  readonly drifted?: number;
  /** How long ago the sites of a bucket were checked, in seconds; a minute unless told otherwise. */
  readonly checkedAge?: (bucket: number) => number | null;
};

/** `count` active sites spread over the buckets, one in twenty down or seeming down. */
export function monitoredSites(
  count: number,
  bucketTotal: number,
  trouble: SiteTrouble = {},
): MonitoredSites {
  const { drifted = 0, checkedAge = () => 60 } = trouble;
  const sites: SiteRow[] = [];
  const events: EventRow[] = [];
  for (let index = 0; index < count; index++) {
    const blog_id = 1000 + index;
    const state = eventState(index);
    const follows = state !== null && events.length >= drifted;
    if (state) events.push(openEvent(blog_id, state, 120 + index));
    const site_status = follows ? (state === 'Down' ? 2 : 0) : 1;
    const bucket_no = (index * 37) % bucketTotal;
    const last_checked_age = checkedAge(bucket_no);
    sites.push({ blog_id, bucket_no, monitor_active: 1, site_status, last_checked_age });
  }
  return { sites, events };
}

function eventState(index: number): 'Down' | 'Seems Down' | null {
  if (index % 20 !== 0) return null;
  return index % 60 === 0 ? 'Seems Down' : 'Down';
}

function openEvent(blogId: number, state: string, startedAgeSec: number): EventRow {
  return {
    blog_id: blogId,
    check_type: 'http',
    state,
    started_age: startedAgeSec,
    ended_age: null,
    endpoint_id: null,
  };
}
