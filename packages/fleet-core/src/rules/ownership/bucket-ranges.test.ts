import { describe, expect, it } from 'vitest';
import { bucketsIn, meet, subtractRanges, unionRanges } from './bucket-ranges.ts';

const range = (min: number, max: number) => ({ min, max });

describe('the union', () => {
  it.each([
    ['of none', [], []],
    ['of ranges apart is these, in order', [range(5, 6), range(0, 3)], [range(0, 3), range(5, 6)]],
    ['of neighbours is one', [range(0, 3), range(4, 6)], [range(0, 6)]],
    ['of what overlaps is one', [range(0, 5), range(3, 4), range(5, 9)], [range(0, 9)]],
    ['is without what is upside down', [range(5, 4), range(1, 1)], [range(1, 1)]],
  ])('%s', (_, ranges, union) => {
    expect(unionRanges(ranges)).toEqual(union);
  });

  it('leaves the ranges that it is made of as they were', () => {
    const first = range(0, 3);
    unionRanges([first, range(2, 9)]);
    expect(first).toEqual(range(0, 3));
  });
});

describe('what is left without others', () => {
  it.each([
    ['all, when they are elsewhere', [range(0, 9)], [range(10, 19)], [range(0, 9)]],
    ['both sides of a hole', [range(0, 9)], [range(4, 5)], [range(0, 3), range(6, 9)]],
    ['the end', [range(0, 9)], [range(0, 4)], [range(5, 9)]],
    ['the beginning', [range(0, 9)], [range(9, 20)], [range(0, 8)]],
    ['nothing, when they hold all of it', [range(3, 4), range(6, 7)], [range(0, 9)], []],
    ['nothing, when several hold it together', [range(0, 9)], [range(0, 4), range(5, 9)], []],
  ])('%s', (_, ranges, others, left) => {
    expect(subtractRanges(ranges, others)).toEqual(left);
  });
});

it('ranges meet in a single bucket, and not as neighbours', () => {
  expect(meet(range(0, 5), range(5, 9))).toBe(true);
  expect(meet(range(5, 9), range(0, 5))).toBe(true);
  expect(meet(range(0, 4), range(5, 9))).toBe(false);
  expect(meet(range(9, 0), range(0, 9))).toBe(false);
});

it('a bucket in two ranges counts once', () => {
  expect(bucketsIn([range(0, 9), range(5, 14), range(20, 20)])).toBe(16);
  expect(bucketsIn([])).toBe(0);
});
