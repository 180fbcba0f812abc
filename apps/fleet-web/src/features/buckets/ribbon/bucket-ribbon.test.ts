import { expect, it } from 'vitest';
import { makeCoverage, makeOwner, makePinned } from '../../../testing/make-coverage.ts';
import { LEAST_FAULT_PX, layOutRibbon } from './bucket-ribbon.ts';

const WIDTH = 1000;
const layOut = (overrides: Parameters<typeof makeCoverage>[0] = {}, width = WIDTH) =>
  layOutRibbon(makeCoverage(overrides), width);

it('gives each owner its share of the width and names it', () => {
  const segments = layOut()?.lanes[0]?.segments ?? [];
  expect(segments.map(({ x, width }) => [x, width])).toEqual([
    [0, 250],
    [250, 250],
    [500, 250],
    [750, 250],
  ]);
  expect(segments.map(({ label }) => label?.text)).toEqual(['jetmon-a', 'jetmon-b', 'jetmon-c', 'jetmon-d']);
});

it('makes a gap of one bucket wide enough to be seen', () => {
  const [fault] = layOut({ gaps: [{ min: 499, max: 499 }] }, 360)?.faults ?? [];
  expect(fault?.width).toBe(LEAST_FAULT_PX);
  expect(fault?.text).toBe('GAP 499');
});

it('keeps a fault at the very end inside the picture', () => {
  const [fault] = layOut({ gaps: [{ min: 999, max: 999 }] })?.faults ?? [];
  expect((fault?.x ?? 0) + (fault?.width ?? 0)).toBe(WIDTH);
});

it('leaves out names that do not fit', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => makeOwner(`jetmon-${i}`, i * 10, i * 10 + 9));
  const segments = layOut({ hosts })?.lanes[0]?.segments ?? [];
  expect(segments.every((segment) => segment.label === null)).toBe(true);
});

it('puts a name beside a fault and not under it', () => {
  const hosts = [makeOwner('jetmon-a', 0, 999), makeOwner('jetmon-b', 450, 550)];
  const overlaps = [{ min: 450, max: 550, host_ids: ['jetmon-a', 'jetmon-b'] }];
  const label = layOut({ hosts, overlaps })?.lanes[0]?.segments[0]?.label;
  // Free are 0–450 px and 551–1000 px; the name stands in the middle of the wider one.
  expect(label?.x).toBe(225);
});

it('says how many hosts claim an overlap', () => {
  const overlaps = [{ min: 350, max: 361, host_ids: ['a', 'b'], more_hosts: 1 }];
  expect(layOut({ overlaps })?.labels).toMatchObject([
    { text: '×3 350–361 a, b and 1 more', kind: 'overlap' },
  ]);
});

it('names the neighbours of a gap where there is room, and leaves them out where there is none', () => {
  const gaps = [{ min: 250, max: 250 }];
  expect(layOut({ gaps })?.labels[0]?.text).toBe('GAP 250 between jetmon-a and jetmon-c');
  expect(layOut({ gaps }, 200)?.labels[0]?.text).toBe('GAP 250');
});

it('draws an owner that stands out over its neighbours, wide enough to be seen', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => ({
    ...makeOwner(`h-${i}`, i * 10, i * 10 + 9),
    stale: i === 50,
  }));
  const segments = layOut({ hosts }, 360)?.lanes[0]?.segments ?? [];
  expect(segments).toHaveLength(100);
  expect(segments.at(-1)).toMatchObject({ key: 'h-50', stale: true, width: LEAST_FAULT_PX });
});

it('names a silent owner without room for its name below its segment, and nobody else', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => ({
    ...makeOwner(`jetmon-${i}`, i * 10, i * 10 + 9),
    stale: i === 50,
  }));
  const ribbon = layOut({ hosts });
  expect(ribbon?.names).toMatchObject([{ text: '◌ jetmon-50 silent', kind: 'stale', x: 505 }]);
  const roomy = [{ ...makeOwner('jetmon-a', 0, 499), stale: true }, makeOwner('jetmon-b', 500, 999)];
  expect(layOut({ hosts: roomy })?.names).toEqual([]);
});

it('counts silent owners whose names would touch, and keeps them apart from the labels of faults', () => {
  const hosts = Array.from({ length: 100 }, (_, i) => ({
    ...makeOwner(`jetmon-${i}`, i * 10, i * 10 + 9),
    stale: i >= 50 && i < 60,
  }));
  const ribbon = layOut({ hosts, gaps: [{ min: 499, max: 499 }] });
  expect(ribbon?.names.map(({ text }) => text)).toEqual(['10 silent owners 500–599']);
  expect(ribbon?.labels.map(({ text }) => text)).toEqual([expect.stringMatching(/^GAP 499/)]);
});

it('above 150 owners draws one ground for all of them, and single owners only where they stand out', () => {
  const hosts = Array.from({ length: 1000 }, (_, i) => ({ ...makeOwner(`h-${i}`, i, i), stale: i === 565 }));
  const [lane] = layOut({ hosts })?.lanes ?? [];
  expect(lane?.ground).toEqual([
    { x: 0, width: 565 },
    { x: 566, width: 434 },
  ]);
  expect(lane?.segments.map((segment) => segment.key)).toEqual(['h-565']);
});

it('joins labels that would touch, and counts what they stand for', () => {
  const gaps = [
    { min: 120, max: 123 },
    { min: 130, max: 137 },
    { min: 700, max: 700 },
  ];
  expect(layOut({ gaps })?.labels.map((label) => label.text)).toMatchObject(
    [/^2 gaps 120–137$/, /^GAP 700/].map((text) => expect.stringMatching(text)),
  );
});

it('draws two lanes while some hosts are pinned and others dynamic', () => {
  const ribbon = layOut({ mode: 'mixed', pinned: [makePinned('jetmon-z', 0, 249)] });
  expect(ribbon?.lanes.map((lane) => lane.kind)).toEqual(['dynamic', 'pinned']);
});

it('draws pinned ranges while ownership is pinned', () => {
  const ribbon = layOut({ mode: 'pinned', hosts: [], pinned: [makePinned('jetmon-z', 0, 249)] });
  expect(ribbon?.lanes).toMatchObject([{ kind: 'pinned', segments: [{ x: 0, width: 250 }] }]);
});

it('cuts off what lies outside the range', () => {
  const [segment] = layOut({ hosts: [makeOwner('a', 900, 1200)] })?.lanes[0]?.segments ?? [];
  expect([segment?.x, segment?.width]).toEqual([900, 100]);
});

it.each([{ bucket_total: 0 }, { bucket_total: -1 }, { covered_buckets: null }])(
  'draws nothing where there is nothing to draw: %o',
  (overrides) => {
    expect(layOut(overrides)).toBeNull();
  },
);

it('marks the first and the last bucket on the axis, with room between numbers', () => {
  const ticks = layOut({}, 360)?.ticks ?? [];
  expect(ticks.at(0)?.bucket).toBe(0);
  expect(ticks.at(-1)?.bucket).toBe(999);
  const gaps = ticks.slice(1).map((tick, index) => tick.x - (ticks[index]?.x ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(40);
});

it('names the status of an owner that is not active, with its mark', () => {
  const hosts = [makeOwner('jetmon-a', 0, 499), { ...makeOwner('jetmon-b', 500, 999), status: 'draining' }];
  const segments = layOut({ hosts })?.lanes[0]?.segments ?? [];
  expect(segments.map(({ label }) => label?.text)).toEqual(['jetmon-a', '□ jetmon-b draining']);
});
