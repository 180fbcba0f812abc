import { expect, it } from 'vitest';
import type { DueLook } from '../../domain/due-look.ts';
import { buildSnapshot } from '../../snapshot.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeReadings } from '../../testing/make/make-readings.ts';
import { LEAST_APART_MS, LOOKS_KEPT_MS, noteDue, withTrends } from './due-looks.ts';

const snapshotOf = (due_now: number) =>
  buildSnapshot(
    makeReadings({ webhook_deliveries: makeReading(makeDeliveryQueue({ due_now })) }),
    makeContext(),
  );
const UNREAD = buildSnapshot(makeReadings({ webhook_deliveries: failedReading() }), makeContext());

const note = (looks: readonly DueLook[], second: number, due: number) =>
  noteDue(looks, snapshotOf(due), second * 1000);
const seconds = (looks: readonly DueLook[]) => looks.map(({ at_ms }) => at_ms / 1000);

it('keeps what was due at each look', () => {
  const looks = note(note([], 0, 30), 5, 20);
  expect(looks.map(({ at_ms, due }) => [at_ms, due.webhook])).toEqual([
    [0, 30],
    [5000, 20],
  ]);
});

it('a queue that could not be read is not zero', () => {
  expect(noteDue([], UNREAD, 0)[0]?.due).toEqual({ webhook: null, alert: 0 });
});

it('forgets after five minutes: a drain that has stopped is told no more', () => {
  const kept = LOOKS_KEPT_MS / 1000;
  expect(seconds(note(note([], 0, 1), kept, 1))).toEqual([0, kept]);
  expect(seconds(note(note([], 0, 1), kept + 1, 1))).toEqual([kept + 1]);
});

it('many looks within a second are kept as one, the last', () => {
  const snapshots = [0, 1, 2, 3, 4, 5, 6].map(snapshotOf);
  let looks: readonly DueLook[] = [];
  for (let i = 0; i < 10_000; i++) looks = noteDue(looks, snapshots[i % 7] ?? UNREAD, i * 10);
  expect(looks.length).toBeLessThanOrEqual(LOOKS_KEPT_MS / LEAST_APART_MS + 2);
  expect(looks.at(-1)?.at_ms).toBe(99_990);
  expect(looks[0]?.at_ms).toBe(0);
});

it('begins anew when time goes backwards', () => {
  expect(seconds(note(note(note([], 0, 1), 60, 1), 30, 1))).toEqual([30]);
});

it('each queue has its own trend', () => {
  const looks = note(note([], 0, 100), 60, 70);
  const trends = withTrends(snapshotOf(70), looks).delivery.tables.map(({ kind, trend }) => [
    kind,
    trend?.code,
  ]);
  expect(trends).toEqual([
    ['webhook', 'draining'],
    ['alert', 'empty'],
  ]);
});
