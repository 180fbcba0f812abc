import { expect, it } from 'vitest';
import { makeDeliveryTable } from '../testing/make-delivery.ts';
import { oldestDueSec } from './oldest-due.ts';

const oldest = (due_now: number | null, oldest_due_age_sec: number | null) =>
  oldestDueSec(makeDeliveryTable({ due_now, oldest_due_age_sec }));

it('is the age that the API gives while something is due', () => {
  expect(oldest(1, 190)).toBe(190);
  expect(oldest(1, 0)).toBe(0);
});

it('is none when nothing is due, whatever age stands beside it', () => {
  expect(oldest(0, 0)).toBe('none due');
  expect(oldest(0, 190)).toBe('none due');
});

it('is not known when either number was not read', () => {
  expect(oldest(null, 190)).toBeNull();
  expect(oldest(3, null)).toBeNull();
});
