import { describe, expect, it } from 'vitest';
import type { LocatedHttpEvent } from '../../domain/projection.ts';
import { explainSites, listNamedSites, listSites } from './site-lists.ts';

const DOWN = 2;
const SEEMS_DOWN = 0;
const OTHER = 1;

const ofBlog = (blog_id: string, expected_status: number): LocatedHttpEvent => ({
  blog_id,
  endpoint_id: null,
  endpoint_blog_id: null,
  expected_status,
});
const ofSite = (
  site_id: string,
  blog_id: string,
  expected_status: number,
  siteBlog: string | null = blog_id,
) => ({
  blog_id,
  endpoint_id: site_id,
  endpoint_blog_id: siteBlog,
  expected_status,
});

describe('by pairs', () => {
  const listsOf = (...events: LocatedHttpEvent[]) => {
    const { rule, lists } = listSites(events);
    expect(rule).toBe('pairs');
    return lists.map(({ expected_statuses, blog_ids }) => [expected_statuses, blog_ids]);
  };

  it('blogs of whose events the same is expected share a list', () => {
    const events = [ofBlog('7', DOWN), ofBlog('8', SEEMS_DOWN), ofBlog('9', DOWN)];
    expect(listsOf(...events)).toEqual([
      [[2], ['7', '9']],
      [[0], ['8']],
    ]);
  });

  it('a blog with several events is expected to have the status of each, in whichever order they come', () => {
    const events = [
      ofBlog('7', DOWN),
      ofBlog('8', SEEMS_DOWN),
      ofBlog('7', SEEMS_DOWN),
      ofBlog('8', DOWN),
      ofBlog('9', DOWN),
      ofBlog('9', DOWN),
    ];
    expect(listsOf(...events)).toEqual([
      [
        [0, 2],
        ['7', '8'],
      ],
      [[2, 2], ['9']],
    ]);
  });

  it('a single event that calls for a running site lists nothing, beside another it does', () => {
    expect(listsOf(ofBlog('7', OTHER))).toEqual([]);
    expect(listsOf(ofBlog('7', OTHER), ofBlog('7', OTHER))).toEqual([[[1, 1], ['7']]]);
  });

  it('an event that names a site beside one of its whole blog counts as another of that blog', () => {
    expect(listsOf(ofBlog('7', DOWN), ofSite('1', '7', SEEMS_DOWN))).toEqual([[[0, 2], ['7']]]);
  });

  it('without events nothing is listed', () => {
    expect(listsOf()).toEqual([]);
  });
});

describe('by sites', () => {
  const listsOf = (...events: LocatedHttpEvent[]) => {
    const { rule, lists } = listSites(events);
    expect(rule).toBe('sites');
    return lists;
  };

  it('down comes before seems down, and whatever calls for a running site is not listed', () => {
    const events = [
      ofSite('1', '7', SEEMS_DOWN),
      ofSite('2', '7', DOWN),
      ofSite('3', '7', OTHER),
      ofBlog('8', SEEMS_DOWN),
      ofBlog('9', DOWN),
    ];
    expect(listsOf(...events)).toEqual([
      { expected_statuses: [2], blog_ids: ['9'], site_ids: ['2'] },
      { expected_statuses: [0], blog_ids: ['8'], site_ids: ['1'] },
    ]);
  });

  it('a site is listed as its events name it, whichever blog it is of now', () => {
    const [down] = listsOf(ofSite('1', '7', DOWN, '8'));
    expect(down?.site_ids).toEqual(['1']);
  });

  it('a site that seems down by one event and is down by another, or by that of its blog, is on the first list that holds it: down', () => {
    const lists = listsOf(
      ofSite('1', '7', SEEMS_DOWN),
      ofSite('1', '7', DOWN),
      ofBlog('8', DOWN),
      ofSite('2', '8', SEEMS_DOWN),
    );
    expect(lists.map(({ blog_ids, site_ids }) => [blog_ids, site_ids])).toEqual([
      [['8'], ['1']],
      [[], ['1', '2']],
    ]);
  });

  it('some of the events are listed by sites though they alone would speak for pairs', () => {
    const some = [ofBlog('7', DOWN), ofSite('1', '7', SEEMS_DOWN)];
    expect(listSites(some).rule).toBe('pairs');
    expect(listNamedSites(some)).toEqual([
      { expected_statuses: [2], blog_ids: ['7'], site_ids: [] },
      { expected_statuses: [0], blog_ids: [], site_ids: ['1'] },
    ]);
  });

  it('one blog without an event of the whole of it is enough', () => {
    listsOf(ofBlog('7', DOWN), ofSite('1', '7', DOWN), ofSite('2', '8', OTHER));
  });
});

describe('what the events of a site say', () => {
  const said = (...events: LocatedHttpEvent[]) =>
    explainSites(events).lists.map(({ open_events, expected_status, blog_ids, site_ids }) => [
      open_events,
      expected_status,
      [...blog_ids, ...site_ids.map((id) => `site ${id}`)],
    ]);

  it('by pairs, each blog with an event is there, also where it calls for a running site', () => {
    expect(said(ofBlog('7', OTHER), ofBlog('8', DOWN), ofBlog('8', SEEMS_DOWN))).toEqual([
      ['one', 1, ['7']],
      ['several', 2, ['8']],
    ]);
  });

  it("by sites, a site has its own events and those of its blog, and comes before its blog's others", () => {
    expect(said(ofBlog('7', DOWN), ofSite('1', '7', SEEMS_DOWN), ofSite('2', '8', SEEMS_DOWN))).toEqual([
      ['several', 2, ['site 1']],
      ['one', 0, ['site 2']],
      ['one', 2, ['7']],
    ]);
  });

  it('a site that has moved has the events of its present blog, and one that is not there is not listed', () => {
    const events = [ofBlog('8', DOWN), ofSite('1', '7', SEEMS_DOWN, '8'), ofSite('2', '7', DOWN, null)];
    expect(said(...events)).toEqual([
      ['several', 2, ['site 1']],
      ['one', 2, ['8']],
    ]);
  });
});
