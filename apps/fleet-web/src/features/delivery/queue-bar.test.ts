import { expect, it } from 'vitest';
import { makeDeliveryTable } from '../../testing/make-delivery.ts';
import { queueBars } from './queue-bar.ts';

it('draws nothing for a queue in which nothing waits', () => {
  expect(queueBars([makeDeliveryTable()])).toEqual([{ due: 0, retry: 0 }]);
});

it('draws nothing for a queue that could not be read', () => {
  expect(queueBars([makeDeliveryTable({ due_now: null, future_retry: null })])).toEqual([
    { due: 0, retry: 0 },
  ]);
});

it('puts all queues on one scale', () => {
  const bars = queueBars([
    makeDeliveryTable({ due_now: 300, future_retry: 100 }),
    makeDeliveryTable({ kind: 'alert', due_now: 100, future_retry: 0 }),
  ]);
  // √400 = 20 is the full width, three quarters of it due; √100 = 10 is half of it.
  expect(bars).toEqual([
    { due: 75, retry: 25 },
    { due: 50, retry: 0 },
  ]);
});
