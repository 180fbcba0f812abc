import type { OwnedRange } from 'fleet-core/contract/samples';
import { makeHistory, makeSamples } from 'fleet-core/testing/make-history';
import { NOW_MS } from 'fleet-core/testing/now';
import { expect, it } from 'vitest';
import { ownersAt, ownersPicture } from './owner-blocks.ts';
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
  expect(grounds).toEqual([{ x: 0, width: 1000, isPinned: false }]);
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
  expect(grounds[0]?.isPinned).toBe(true);
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
