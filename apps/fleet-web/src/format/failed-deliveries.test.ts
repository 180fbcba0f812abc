import { expect, it } from 'vitest';
import { makeDelivery } from '../testing/make-delivery.ts';
import { failedDeliveries } from './failed-deliveries.ts';

it('tells of failed and abandoned deliveries only where there are any', () => {
  expect(failedDeliveries(makeDelivery({ failed_since: 1200, abandoned_since: 0 }))).toEqual([
    '1,200 failed',
  ]);
  expect(failedDeliveries(makeDelivery({ failed_since: 2, abandoned_since: 1 }))).toEqual([
    '2 failed',
    '1 abandoned',
  ]);
  expect(failedDeliveries(makeDelivery({ failed_since: null, abandoned_since: null }))).toEqual([]);
});
