import { makeQueueSample, makeSamples } from 'fleet-core/testing/make/make-history';
import { expect, it } from 'vitest';
import { dueOfAll } from './due-of-all.ts';

const dueOf = (webhook: number | null, alert: number | null) => {
  const queue = (due_now: number | null) => makeQueueSample({ due_now });
  return dueOfAll(makeSamples(1, () => ({ webhook: queue(webhook), alert: queue(alert) })));
};

it('adds up what is due in both queues', () => {
  expect(dueOf(7, 5)).toEqual([12]);
});

it('is not known where one of the queues could not be read: that one is not zero', () => {
  expect(dueOf(7, null)).toEqual([null]);
  expect(dueOf(null, 0)).toEqual([null]);
});
