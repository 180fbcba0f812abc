import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { bucketsText, deliveryText } from './process-texts.ts';

it('shows a dash for a process without buckets', () => {
  expect(bucketsText(makeProcess({ bucket_min: null, bucket_max: null }))).toBe('—');
  expect(bucketsText(makeProcess({ bucket_min: 0, bucket_max: 333 }))).toBe('0–333');
});

it('says when delivery is on without an owner', () => {
  expect(deliveryText(makeProcess({ delivery_workers_enabled: true, delivery_owner_host: ' ' }))).toBe(
    'on, no owner set',
  );
  expect(deliveryText(makeProcess({ delivery_owner_host: 'd-1' }))).toBe('off, owner d-1');
});
