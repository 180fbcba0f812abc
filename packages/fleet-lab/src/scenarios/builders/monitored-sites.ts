import type { EventRow, SiteRow } from '../../state/fleet-state.ts';

/** Sites with the events about them. */
export type MonitoredSites = {
  readonly sites: SiteRow[];
  readonly events: EventRow[];
};

/**
 * `count` active sites spread over the buckets, one in twenty down or seeming down. The legacy status of the
 * first `drifted` of those does not follow its open event.
 */
export function monitoredSites(count: number, bucketTotal: number, drifted = 0): MonitoredSites {
  const sites: SiteRow[] = [];
  const events: EventRow[] = [];
  for (let index = 0; index < count; index++) {
    const blogId = 1000 + index;
    const state = eventState(index);
    const follows = state !== null && events.length >= drifted;
    if (state) events.push(openEvent(blogId, state, 120 + index));
    const status = follows ? (state === 'Down' ? 2 : 0) : 1;
    const bucket = (index * 37) % bucketTotal;
    sites.push({ blog_id: blogId, bucket_no: bucket, monitor_active: 1, site_status: status });
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
