import { describe, expect, it } from 'vitest';
import type { OpenHttpEvent } from '../../domain/projection.ts';
import { explainSites, listSites } from './site-lists.ts';

const DOWN = 2;
const SEEMS_DOWN = 0;
const OTHER = 1;

const ofBlog = (blog_id: string, expected_status: number): OpenHttpEvent => ({
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
  const listsOf = (...events: OpenHttpEvent[]) => {
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
  const listsOf = (...events: OpenHttpEvent[]) => {
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
      { expected_statuses: [2], blog_ids: ['9'], sites: [{ site_id: '2', blog_id: '7' }] },
      { expected_statuses: [0], blog_ids: ['8'], sites: [{ site_id: '1', blog_id: '7' }] },
    ]);
  });

  it('a site that has moved is listed under its present blog, and one that is not there not at all', () => {
    const [down] = listsOf(ofSite('1', '7', DOWN, '8'), ofSite('2', '7', DOWN, null));
    expect(down?.sites).toEqual([{ site_id: '1', blog_id: '8' }]);
  });

  it('one blog without an event of the whole of it is enough', () => {
    listsOf(ofBlog('7', DOWN), ofSite('1', '7', DOWN), ofSite('2', '8', OTHER));
  });
});

describe('what the events of a site say', () => {
  const said = (...events: OpenHttpEvent[]) =>
    explainSites(events).lists.map(({ open_events, expected_status, blog_ids, sites }) => [
      open_events,
      expected_status,
      [...blog_ids, ...sites.map(({ site_id }) => `site ${site_id}`)],
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
});
