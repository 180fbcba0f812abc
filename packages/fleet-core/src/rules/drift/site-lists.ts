import type { DriftRule } from '../../contract/projection-drift.ts';
import type { EventsOfSite, ExplainedSiteList } from '../../domain/drift-detail.ts';
import {
  type LocatedHttpEvent,
  type OpenHttpEvent,
  RUNNING,
  type SiteList,
} from '../../domain/projection.ts';
import { groupBy } from '../group-by.ts';

const DOWN = 2;
const SEEMS_DOWN = 0;

/**
 * Which sites are expected to have another status than running, by the rule that holds for these events, which are all
 * there are. By pairs, each is expected to have that of each open event of its blog.
 */
export function listSites(events: readonly OpenHttpEvent[]): { rule: DriftRule; lists: SiteList[] } {
  if (eventsNameSites(events)) return { rule: 'sites', lists: listNamedSites(events) };
  const lists = byPairs(events);
  return {
    rule: 'pairs',
    lists: lists.filter(({ expected_statuses }) => String(expected_statuses) !== String(RUNNING)),
  };
}

/**
 * The same by sites, whatever rule these events by themselves would speak for. Each site is expected to have the one status
 * of the worst event that names it or is of its whole blog: the list of the worse status comes first, so that it does not
 * matter which blog a site is of.
 */
export function listNamedSites(events: readonly OpenHttpEvent[]): SiteList[] {
  return [DOWN, SEEMS_DOWN].map((status) => listOfStatus(status, events));
}

/** The same of every site that has an open event, with what its events are: sites named by events come before blogs. */
export function explainSites(events: readonly LocatedHttpEvent[]): {
  rule: DriftRule;
  lists: ExplainedSiteList[];
} {
  return eventsNameSites(events)
    ? { rule: 'sites', lists: bySites(events) }
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

function listOfStatus(status: number, events: readonly OpenHttpEvent[]): SiteList {
  const own = events.filter(({ expected_status }) => expected_status === status);
  return {
    expected_statuses: [status],
    blog_ids: own.flatMap(({ blog_id, endpoint_id }) => (endpoint_id === null ? [blog_id] : [])),
    site_ids: own.flatMap(({ endpoint_id }) => endpoint_id ?? []),
  };
}

/** The blogs of which the same is expected: mostly one list of those with a single event that is down. */
function byPairs(events: readonly OpenHttpEvent[]): ExplainedSiteList[] {
  const expectedOf = statusesBy(events, (event) => event.blog_id);
  const lists = groupBy([...expectedOf], ([, statuses]) => statuses.sort().join());
  return [...lists.values()].map((blogs) => {
    const expected_statuses = blogs[0]?.[1] ?? [];
    return {
      expected_statuses,
      ...explain(expected_statuses),
      blog_ids: blogs.map(([id]) => id),
      site_ids: [],
    };
  });
}

/** An event that names a site which is not there says nothing of any other; one of the whole blog says it of each site. */
function bySites(events: readonly LocatedHttpEvent[]): ExplainedSiteList[] {
  const ofBlog = statusesBy(
    events.filter((event) => event.endpoint_id === null),
    (event) => event.blog_id,
  );
  const named = events.flatMap(({ endpoint_id, endpoint_blog_id, expected_status }) =>
    endpoint_id === null || endpoint_blog_id === null
      ? []
      : [{ site_id: endpoint_id, blog_id: endpoint_blog_id, expected_status }],
  );
  const sites = [...groupBy(named, (event) => event.site_id)].map(([site_id, own]) => {
    const blog_id = own[0]?.blog_id ?? '';
    const said = explain([...own.map((event) => event.expected_status), ...(ofBlog.get(blog_id) ?? [])]);
    return { said, blog_ids: [], site_ids: [site_id] };
  });
  const blogs = [...ofBlog].map(([blog_id, statuses]) => ({
    said: explain(statuses),
    blog_ids: [blog_id],
    site_ids: [],
  }));
  return [...bySaying(sites), ...bySaying(blogs)];
}

type Subjects = Pick<SiteList, 'blog_ids' | 'site_ids'> & { readonly said: EventsOfSite };

function bySaying(subjects: readonly Subjects[]): ExplainedSiteList[] {
  const alike = groupBy(subjects, ({ said }) => `${said.open_events} ${said.expected_status}`);
  return [...alike.values()].map((list) => {
    const said = list[0]?.said ?? explain([]);
    return {
      expected_statuses: [said.expected_status],
      ...said,
      blog_ids: list.flatMap(({ blog_ids }) => blog_ids),
      site_ids: list.flatMap(({ site_ids }) => site_ids),
    };
  });
}

/** The worst is down, else seems down, else running. */
function explain(statuses: readonly number[]): EventsOfSite {
  const expected_status = [DOWN, SEEMS_DOWN].find((status) => statuses.includes(status)) ?? RUNNING;
  return { open_events: statuses.length > 1 ? 'several' : 'one', expected_status };
}

function statusesBy(events: readonly OpenHttpEvent[], keyOf: (event: OpenHttpEvent) => string) {
  const statuses = new Map<string, number[]>();
  for (const event of events) {
    const known = statuses.get(keyOf(event));
    if (known === undefined) statuses.set(keyOf(event), [event.expected_status]);
    else known.push(event.expected_status);
  }
  return statuses;
}
