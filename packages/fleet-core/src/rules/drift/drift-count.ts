import type { OpenHttpEvents, SiteStatusCount } from '../../domain/projection.ts';

const RUNNING = 1;
const STATUS_BY_EVENT_STATE = new Map([
  ['Down', 2],
  ['Seems Down', 0],
]);

/**
 * Counts the (site, open http event or none) pairs whose legacy status is not what the event calls for:
 * 2 for `Down`, 0 for `Seems Down`, 1 for any other state and for no event.
 */
export function countDrift(events: readonly OpenHttpEvents[], sites: readonly SiteStatusCount[]): number {
  const byBlog = groupByBlog(events);
  return sites.reduce((drift, { blog_id, site_status, count }) => {
    const open = blog_id === null ? undefined : byBlog.get(blog_id);
    if (open === undefined) return drift + (site_status === RUNNING ? 0 : count);
    const wrong = open.filter((event) => expectedStatus(event) !== site_status);
    return drift + count * wrong.reduce((sum, event) => sum + event.count, 0);
  }, 0);
}

function expectedStatus(event: OpenHttpEvents): number {
  return STATUS_BY_EVENT_STATE.get(event.state) ?? RUNNING;
}

function groupByBlog(events: readonly OpenHttpEvents[]): Map<string, OpenHttpEvents[]> {
  const groups = new Map<string, OpenHttpEvents[]>();
  for (const event of events) {
    const group = groups.get(event.blog_id);
    if (group === undefined) groups.set(event.blog_id, [event]);
    else group.push(event);
  }
  return groups;
}
