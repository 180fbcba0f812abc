import { expect, it } from 'vitest';
import { chooseSpan, sinceOf, TIME_SPANS } from './time-span.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

it.each([
  [0, '15m'],
  [15 * MINUTE_MS, '15m'],
  [15 * MINUTE_MS + 1, '6h'],
  [360 * MINUTE_MS, '6h'],
  [360 * MINUTE_MS + 1, '24h'],
  [30 * DAY_MS, '24h'],
])('a fleet that has been watched for %d ms is shown over %s', (watchedMs, name) => {
  expect(chooseSpan('', watchedMs).name).toBe(name);
});

it('the address says another span, if it is one', () => {
  expect(chooseSpan('?span=7d', 0).name).toBe('7d');
  expect(chooseSpan('?span=8d', 0).name).toBe('15m');
});

it('only what goes beyond a day is asked for by an instant, the same for an hour long', () => {
  const [day, week] = TIME_SPANS.slice(-2);
  if (day === undefined || week === undefined) throw new Error('no spans');
  const nowMs = Date.UTC(2026, 3, 30, 14, 59, 59);
  expect(sinceOf(day, nowMs)).toBeNull();
  expect(sinceOf(week, nowMs)).toBe('2026-04-23T14:00:00.000Z');
});
