import type { DriftRule } from '../../contract/projection-drift.ts';
import { type OpenHttpEvent, RUNNING, type SiteList } from '../../domain/projection.ts';

const DOWN = 2;
const SEEMS_DOWN = 0;

/**
 * Which sites are expected to have another status than running, by the rule that holds for these events. By sites, each
 * is expected to have the one status of the worst event that names it or is of its whole blog; by pairs, that of each
 * open event of its blog.
 */
export function listSites(events: readonly OpenHttpEvent[]): { rule: DriftRule; lists: SiteList[] } {
  return eventsNameSites(events)
    ? { rule: 'sites', lists: [DOWN, SEEMS_DOWN].map((status) => expecting(status, events)) }
    : { rule: 'pairs', lists: byPairs(events) };
}

/** Whether events name the sites that they belong to: one is no proof where an event of the whole blog stands beside it. */
function eventsNameSites(events: readonly OpenHttpEvent[]): boolean {
  const naming = new Set(events.filter((event) => event.endpoint_id !== null).map((event) => event.blog_id));
  if (naming.size > 0) {
    for (const { blog_id, endpoint_id } of events) if (endpoint_id === null) naming.delete(blog_id);
  }
  return naming.size > 0;
}

/** An event that names a site which is not there says nothing of any other. */
function expecting(status: number, events: readonly OpenHttpEvent[]): SiteList {
  const calling = events.filter((event) => event.expected_status === status);
  return {
    expected_statuses: [status],
    blog_ids: calling.filter((event) => event.endpoint_id === null).map((event) => event.blog_id),
    sites: calling.flatMap(({ endpoint_id, endpoint_blog_id }) =>
      endpoint_id === null || endpoint_blog_id === null
        ? []
        : [{ site_id: endpoint_id, blog_id: endpoint_blog_id }],
    ),
  };
}

/** The blogs of which the same is expected: mostly one list of those with a single event that is down. */
function byPairs(events: readonly OpenHttpEvent[]): SiteList[] {
  const byBlog = new Map<string, number[]>();
  for (const { blog_id, expected_status } of events) {
    const expected = byBlog.get(blog_id);
    if (expected === undefined) byBlog.set(blog_id, [expected_status]);
    else expected.push(expected_status);
  }
  const lists = new Map<string, { expected_statuses: number[]; blog_ids: string[]; sites: [] }>();
  for (const [blog_id, expected_statuses] of byBlog) {
    const key = expected_statuses.sort().join();
    const list = lists.get(key);
    if (list === undefined) lists.set(key, { expected_statuses, blog_ids: [blog_id], sites: [] });
    else list.blog_ids.push(blog_id);
  }
  lists.delete(String(RUNNING));
  return [...lists.values()];
}
