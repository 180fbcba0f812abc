import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ALL_SITES, type SiteList, type SitePass } from '../../domain/projection.ts';
import { splitSiteLists } from './site-passes.ts';

const list = (blog_ids: string[], site_ids: string[] = []): SiteList => ({
  expected_statuses: [2],
  blog_ids,
  site_ids,
});
const all = { range: ALL_SITES, after_blog_id: null, up_to_blog_id: null };
const blogRanges = (passes: SitePass[]) => passes.map((pass) => [pass.after_blog_id, pass.up_to_blog_id]);
const siteRanges = (passes: SitePass[]) => passes.map(({ range }) => [range.after_id, range.up_to_id]);

it('up to the limit all is listed in one pass over every site, and one id more makes two passes', () => {
  const three = [list(['1', '2', '3'])];
  expect(splitSiteLists(three, ALL_SITES, 3)).toEqual([{ ...all, lists: three }]);
  expect(blogRanges(splitSiteLists(three, ALL_SITES, 2))).toEqual([
    [null, '2'],
    ['2', null],
  ]);
});

it('with nothing listed there is still the one pass, for the sites that are not running', () => {
  expect(splitSiteLists([], ALL_SITES, 2)).toEqual([{ ...all, lists: [] }]);
});

it('ranges go by number, whatever the order and the length of the ids', () => {
  const passes = splitSiteLists([list(['18446744073709551615', '9', '100'])], ALL_SITES, 2);
  expect(blogRanges(passes)).toEqual([
    [null, '100'],
    ['100', null],
  ]);
  expect(passes.map(({ lists }) => lists[0]?.blog_ids)).toEqual([['9', '100'], ['18446744073709551615']]);
});

it('many named sites make smaller ranges of sites, which do not overlap: each site is read once', () => {
  const passes = splitSiteLists([list([], ['9', '10', '100', '101', '7'])], ALL_SITES, 2);
  expect(siteRanges(passes)).toEqual([
    [null, '9'],
    ['9', '100'],
    ['100', null],
  ]);
  expect(blogRanges(passes)).toEqual([
    [null, null],
    [null, null],
    [null, null],
  ]);
});

it('in a range the named sites of that range are listed, its last one with it, and the blogs of all', () => {
  const range = { after_id: '9', up_to_id: '100' };
  const [pass, ...others] = splitSiteLists([list(['7'], ['9', '10', '99', '100', '101'])], range);
  expect(pass).toEqual({ ...all, range, lists: [list(['7'], ['10', '99', '100'])] });
  expect(others).toEqual([]);
});

it('whatever is listed, each site of a range is in one pass, with all that is listed of it and of its blog', () => {
  const id = fc.integer({ min: 0, max: 30 }).map(String);
  const lists = fc.array(
    fc.record({
      expected_statuses: fc.constantFrom([2], [0]),
      blog_ids: fc.array(id, { maxLength: 20 }),
      site_ids: fc.array(id, { maxLength: 20 }),
    }),
    { maxLength: 3 },
  );
  const bound = fc.option(id);
  const holds = (after: string | null, upTo: string | null, number: number) =>
    (after === null || number > Number(after)) && (upTo === null || number <= Number(upTo));
  fc.assert(
    fc.property(
      lists,
      bound,
      bound,
      id,
      id,
      fc.integer({ min: 1, max: 10 }),
      (listed, after_id, up_to_id, site, blog, most) => {
        const passes = splitSiteLists(listed, { after_id, up_to_id }, most).filter(
          ({ range, after_blog_id, up_to_blog_id }) =>
            holds(range.after_id, range.up_to_id, Number(site)) &&
            holds(after_blog_id, up_to_blog_id, Number(blog)),
        );
        expect(passes).toHaveLength(holds(after_id, up_to_id, Number(site)) ? 1 : 0);
        for (const pass of passes) {
          expect(pass.lists.map((one) => [one.site_ids.includes(site), one.blog_ids.includes(blog)])).toEqual(
            listed.map((one) => [one.site_ids.includes(site), one.blog_ids.includes(blog)]),
          );
        }
      },
    ),
  );
});
