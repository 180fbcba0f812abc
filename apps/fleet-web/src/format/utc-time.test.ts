import { expect, it } from 'vitest';
import { formatUtc, formatUtcTime, instantBefore, secondsBetween } from './utc-time.ts';

it('gives the exact time in UTC whatever the zone of the browser', () => {
  expect(formatUtc('2026-04-30T14:00:00Z')).toBe('2026-04-30 14:00:00 UTC');
});

it('shows a text that is no instant as it is', () => {
  expect(formatUtc('yesterday')).toBe('yesterday');
  expect(instantBefore('yesterday', 5)).toBe('yesterday');
});

it('counts back from the instant at which the rows were read', () => {
  expect(instantBefore('2026-04-30T14:00:00Z', 190)).toBe('2026-04-30T13:56:50.000Z');
  expect(secondsBetween('2026-04-30T13:56:50Z', '2026-04-30T14:00:00Z')).toBe(190);
});

it('gives the time of day in UTC', () => {
  expect(formatUtcTime(Date.parse('2026-04-30T07:05:09.999Z'))).toBe('07:05:09');
});
