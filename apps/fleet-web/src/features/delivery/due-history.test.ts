import { expect, it } from 'vitest';
import { makeDelivery, makeDeliveryTable } from '../../testing/make-delivery.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { MOST_SAMPLES, NO_HISTORY, withSnapshot } from './due-history.ts';

const START_MS = Date.parse('2026-04-30T14:00:00Z');
const { served_by } = snapshotWith();

function snapshotAt(second: number, due_now: number | null = 0, build_id = served_by.build_id) {
  return snapshotWith({
    generated_at: new Date(START_MS + second * 1000).toISOString(),
    delivery: makeDelivery({ tables: [makeDeliveryTable({ due_now })] }),
    served_by: { ...served_by, build_id },
  });
}

const historyOf = (...snapshots: ReturnType<typeof snapshotAt>[]) =>
  snapshots.reduce(withSnapshot, NO_HISTORY);

it('keeps what was due at each instant', () => {
  const { samples } = historyOf(snapshotAt(0, 30), snapshotAt(5, 20));
  expect(samples.map(({ atMs, due }) => [atMs - START_MS, due.get('webhook')])).toEqual([
    [0, 30],
    [5000, 20],
  ]);
});

it('takes a snapshot once, however often it is shown', () => {
  const history = historyOf(snapshotAt(0));
  expect(withSnapshot(history, snapshotAt(0))).toBe(history);
});

it('leaves out a queue that could not be read', () => {
  expect(historyOf(snapshotAt(0, null)).samples[0]?.due.size).toBe(0);
});

it('never holds more than a quarter of an hour', () => {
  const { samples } = historyOf(...Array.from({ length: 10_000 }, (_, i) => snapshotAt(i * 5)));
  expect(samples).toHaveLength(MOST_SAMPLES);
  expect(samples.at(-1)?.atMs).toBe(START_MS + 9_999 * 5_000);
});

it('begins anew when time goes backwards', () => {
  expect(historyOf(snapshotAt(0), snapshotAt(60), snapshotAt(30)).samples).toHaveLength(1);
});

it('begins anew when another API answers', () => {
  expect(historyOf(snapshotAt(0), snapshotAt(5, 0, 'another')).samples).toHaveLength(1);
});
