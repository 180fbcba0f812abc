import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SiteList, SitePass } from '../../domain/projection.ts';
import { splitSiteLists } from './site-passes.ts';

const list = (blog_ids: string[], sites: [site_id: string, blog_id: string][] = []): SiteList => ({
  expected_statuses: [2],
  blog_ids,
  sites: sites.map(([site_id, blog_id]) => ({ site_id, blog_id })),
});
const ranges = (passes: SitePass[]) => passes.map((pass) => [pass.after_blog_id, pass.up_to_blog_id]);

it('up to the limit all is listed in one pass over every blog, and one id more makes two passes', () => {
  const three = [list(['1', '2'], [['10', '3']])];
  expect(splitSiteLists(three, 3)).toEqual([{ lists: three, after_blog_id: null, up_to_blog_id: null }]);
  expect(ranges(splitSiteLists(three, 2))).toEqual([
    [null, '2'],
    ['2', null],
  ]);
});

it('with nothing listed there is still the one pass, for the sites that are not running', () => {
  expect(splitSiteLists([], 2)).toEqual([{ lists: [], after_blog_id: null, up_to_blog_id: null }]);
});

it('ranges go by number, whatever the order and the length of the ids', () => {
  const passes = splitSiteLists([list(['18446744073709551615', '9', '100'])], 2);
  expect(ranges(passes)).toEqual([
    [null, '100'],
    ['100', null],
  ]);
  expect(passes.map(({ lists }) => lists[0]?.blog_ids)).toEqual([['9', '100'], ['18446744073709551615']]);
});

it('a blog and its sites stay in one pass, though it is more than a pass should list', () => {
  const passes = splitSiteLists(
    [
      list(
        ['7', '8'],
        [
          ['1', '7'],
          ['2', '7'],
          ['3', '7'],
        ],
      ),
    ],
    2,
  );
  expect(ranges(passes)).toEqual([
    [null, '7'],
    ['7', null],
  ]);
});

it('whatever is listed, each id is in the pass of its blog, and the passes cover all blogs without overlap', () => {
  const blogId = fc.bigInt({ min: 0n, max: 30n }).map(String);
  const lists = fc.array(
    fc.record({
      expected_statuses: fc.constantFrom([2], [0]),
      blog_ids: fc.array(blogId, { maxLength: 20 }),
      sites: fc.array(fc.record({ site_id: blogId, blog_id: blogId }), { maxLength: 20 }),
    }),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 10 }), (all, most) => {
      const passes = splitSiteLists(all, most);
      expect(passes.at(0)?.after_blog_id).toBe(null);
      expect(passes.at(-1)?.up_to_blog_id).toBe(null);
      for (const [index, { after_blog_id, up_to_blog_id, lists: listed }] of passes.entries()) {
        expect(after_blog_id).toBe(passes[index - 1]?.up_to_blog_id ?? null);
        const ids = listed.flatMap((one) => [...one.blog_ids, ...one.sites.map((site) => site.blog_id)]);
        for (const id of ids.map(BigInt)) {
          expect(after_blog_id === null || id > BigInt(after_blog_id)).toBe(true);
          expect(up_to_blog_id === null || id <= BigInt(up_to_blog_id)).toBe(true);
        }
      }
      for (const [index, one] of all.entries()) {
        const found = passes.flatMap((pass) => pass.lists[index]?.blog_ids ?? []);
        expect(found.sort()).toEqual([...one.blog_ids].sort());
        const sites = passes.flatMap((pass) => pass.lists[index]?.sites ?? []);
        expect(new Set(sites)).toEqual(new Set(one.sites));
      }
    }),
  );
});
