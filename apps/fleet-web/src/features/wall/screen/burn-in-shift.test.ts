import { expect, it } from 'vitest';
import { shiftAt } from './burn-in-shift.ts';

const HOUR_MS = 3_600_000;
const day = Array.from({ length: 24 }, (_, hour) => shiftAt(hour * HOUR_MS));

it('stands still for an hour', () => {
  expect(shiftAt(5 * HOUR_MS)).toEqual(shiftAt(6 * HOUR_MS - 1));
});

it('moves by one pixel every hour, and never more than two away', () => {
  for (const [hour, shift] of day.entries()) {
    const next = shiftAt((hour + 1) * HOUR_MS);
    expect(Math.abs(next.x - shift.x) + Math.abs(next.y - shift.y)).toBe(1);
    expect(Math.max(shift.x, shift.y)).toBeLessThanOrEqual(2);
  }
});

it('stands in eight places', () => {
  expect(new Set(day.map(({ x, y }) => `${x} ${y}`)).size).toBe(8);
});
