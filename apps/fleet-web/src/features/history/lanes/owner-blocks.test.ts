import type { OwnedRange } from 'fleet-core/contract/answers/samples';
import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { expect, it } from 'vitest';
import { MOST_BLOCKS, ownersAt, ownersPicture } from './owner-blocks.ts';
import { frameOf } from './time-frame.ts';

const owned = (host_id: string, bucket_min: number, bucket_max: number, pinned = false): OwnedRange => ({
  host_id,
  bucket_min,
  bucket_max,
  pinned,
});

/** Ten minutes whose owners change `ago` minutes ago. */
function pictureOf(
  changes: readonly { ago: number; value: OwnedRange[] }[],
  covered: (ago: number) => number | null = () => 1000,
) {
  const samples = {
    ...makeSamples(10, (ago) => ({ covered_buckets: covered(ago) })),
    owner_ranges: changes.map(({ ago, value }) => ({ minute: 9 - ago, value })),
  };
  const frame = frameOf(makeHistory({ samples }), NOW_MS + 60_000, 600_000);
  if (frame === null) throw new Error('no samples');
  return ownersPicture(frame);
}

it('an owner is one block for as long as nothing changes, as high as its share of the buckets', () => {
  const { blocks, grounds } = pictureOf([{ ago: 9, value: [owned('jetmon-a', 250, 749)] }]);
  expect(blocks).toEqual([
    { host_id: 'jetmon-a', x: 0, width: 1000, top: 0.25, height: 0.5, range: '250-749' },
  ]);
  expect(grounds).toEqual([{ x: 0, width: 1000, isWithV1: false }]);
});

it('when owners change, the blocks end and others begin', () => {
  const { blocks } = pictureOf([
    { ago: 9, value: [owned('jetmon-a', 0, 999)] },
    { ago: 5, value: [owned('jetmon-b', 0, 999)] },
  ]);
  expect(blocks.map(({ host_id, x, width }) => [host_id, x, width])).toEqual([
    ['jetmon-a', 0, 400],
    ['jetmon-b', 400, 600],
  ]);
});

it('nothing is drawn of minutes in which ownership could not be read', () => {
  const { grounds } = pictureOf([{ ago: 9, value: [owned('jetmon-a', 0, 999)] }], (ago) =>
    ago === 5 ? null : 1000,
  );
  expect(grounds.map(({ x, width }) => [x, width])).toEqual([
    [0, 400],
    [500, 500],
  ]);
});

it('what a pinned fleet leaves open is with v1, and no fault', () => {
  const { grounds } = pictureOf([{ ago: 9, value: [owned('jetmon-a', 0, 99, true)] }]);
  expect(grounds[0]?.isWithV1).toBe(true);
});

it('so is what locks leave open, and all while every monitor stands by', () => {
  const locked = { ...owned('jetmon-a', 0, 99), locked: true };
  const { grounds } = pictureOf([
    { ago: 9, value: [] },
    { ago: 5, value: [locked] },
    { ago: 2, value: [owned('jetmon-a', 0, 99)] },
  ]);
  expect(grounds.map(({ isWithV1 }) => isWithV1)).toEqual([true, true, false]);
});

it('who owned what is told for any minute, unless that could not be read', () => {
  const samples = {
    ...makeSamples(3, (ago) => (ago === 0 ? { covered_buckets: null } : {})),
    owner_ranges: [
      { minute: 0, value: [owned('jetmon-a', 0, 332), owned('jetmon-b', 333, 999)] },
      { minute: 1, value: [owned('jetmon-b', 0, 999)] },
    ],
  };
  const frame = frameOf(makeHistory({ samples }), NOW_MS, 600_000);
  if (frame === null) throw new Error('no samples');
  expect([0, 1, 2].map((index) => ownersAt(frame, index))).toEqual([
    'jetmon-a 0-332, jetmon-b 333-999',
    'jetmon-b 0-999',
    null,
  ]);
});

it('a gap is drawn where nobody owns what somebody should', () => {
  const { gaps } = pictureOf([{ ago: 9, value: [owned('jetmon-a', 0, 249), owned('jetmon-b', 500, 999)] }]);
  expect(gaps).toEqual([{ x: 0, width: 1000, top: 0.25, height: 0.25 }]);
});

it('a gap of one bucket is large enough to be seen, wherever it is', () => {
  const gapsOf = (...value: OwnedRange[]) => pictureOf([{ ago: 9, value }]).gaps;
  const [first] = gapsOf(owned('jetmon-a', 1, 999));
  const [last] = gapsOf(owned('jetmon-a', 0, 998));
  expect(first).toMatchObject({ top: 0, height: 0.06 });
  expect(last).toMatchObject({ top: 0.94, height: 0.06 });
});

it('what two own is no gap beside what one of them owns', () => {
  const { gaps } = pictureOf([{ ago: 9, value: [owned('jetmon-a', 0, 999), owned('jetmon-b', 100, 199)] }]);
  expect(gaps).toEqual([]);
});

it('what a pinned fleet leaves open is no gap', () => {
  expect(pictureOf([{ ago: 9, value: [owned('jetmon-a', 0, 99, true)] }]).gaps).toEqual([]);
});

it('very many owners are drawn as what they own together, and a gap between them stays one', () => {
  const value = Array.from({ length: MOST_BLOCKS + 1 }, (_, place) => owned(`h-${place}`, place, place));
  const { blocks, gaps } = pictureOf([{ ago: 9, value: [...value, owned('last', 500, 999)] }]);
  expect(blocks.map(({ host_id, range }) => [host_id, range])).toEqual([
    ['42 owners', '0-40'],
    ['42 owners', '500-999'],
  ]);
  expect(gaps).toMatchObject([{ height: 0.459 }]);
});
