import { expect, it } from 'vitest';
import type { SiteRange } from '../../domain/projection.ts';
import { adjustRanges, halveRange, LONGEST_RANGE_MS, MOST_RANGES } from './site-ranges.ts';

const range = (after_id: string | null, up_to_id: string | null): SiteRange => ({ after_id, up_to_id });
const ALL = range(null, null);
const IDS = { least: '1', greatest: '100' };

it('all sites are halved between the least id and the greatest, with both ends left open for what is added', () => {
  expect(halveRange(ALL, IDS)).toEqual([range(null, '50'), range('50', null)]);
  expect(halveRange(range('50', null), IDS)).toEqual([range('50', '75'), range('75', null)]);
});

it('ids are halved as numbers, however large', () => {
  const ids = { least: '18446744073709551613', greatest: '18446744073709551615' };
  expect(halveRange(ALL, ids)[0]).toEqual(range(null, '18446744073709551613'));
});

it('a single id cannot be halved, nor can a table without sites', () => {
  expect(halveRange(range('4', '5'), IDS)).toEqual([range('4', '5')]);
  expect(halveRange(range('4', '6'), IDS)).toHaveLength(2);
  expect(halveRange(ALL, null)).toEqual([ALL]);
});

it('a range is halved for the next time when it took over half a second, and not at that', () => {
  expect(adjustRanges([{ range: ALL, tookMs: LONGEST_RANGE_MS }], IDS)).toEqual([ALL]);
  expect(adjustRanges([{ range: ALL, tookMs: LONGEST_RANGE_MS + 1 }], IDS)).toHaveLength(2);
});

it('neighbours that together took under a tenth of a second are joined, and not at that', () => {
  const halves = (tookMs: number) => [
    { range: range(null, '50'), tookMs },
    { range: range('50', null), tookMs: 50 },
  ];
  expect(adjustRanges(halves(49), IDS)).toEqual([ALL]);
  expect(adjustRanges(halves(50), IDS)).toHaveLength(2);
});

it('a table is read in no more ranges than there may be, however slow the server', () => {
  const timed = Array.from({ length: MOST_RANGES }, (_, index) => ({
    range: range(String(index * 10), String(index * 10 + 10)),
    tookMs: 1000,
  }));
  expect(adjustRanges(timed, IDS)).toHaveLength(MOST_RANGES);
  expect(adjustRanges(timed.slice(0, MOST_RANGES / 2), IDS)).toHaveLength(MOST_RANGES);
});
