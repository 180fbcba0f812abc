import { expect, it } from 'vitest';
import { inOurForm, parseUtcDateTime, toInstant, toUtcDateTime } from './instant.ts';

it('an instant is RFC 3339 in UTC, in whole seconds, rounded down', () => {
  expect(toInstant(Date.UTC(2026, 3, 30, 14))).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14, 0, 0, 999))).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14, 0, 1, 0))).toBe('2026-04-30T14:00:01Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14) + 0.9)).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(0)).toBe('1970-01-01T00:00:00Z');
});

it.each([
  ['2026-04-30T14:00:00Z', '2026-04-30T14:00:00Z'],
  ['2026-04-30T14:00:00.999999999Z', '2026-04-30T14:00:00Z'],
  ['2026-04-30T16:00:00.5+02:00', '2026-04-30T14:00:00Z'],
  ['2026-05-01T00:00:00-00:30', '2026-05-01T00:30:00Z'],
])('what another program wrote as %s is %s', (text, instant) => {
  expect(inOurForm(text)).toBe(instant);
});

it.each([
  '',
  'yesterday',
  '2026-04-30',
  '2026-04-30 14:00:00',
  '2026-04-30T14:00:00',
  '2026-13-30T14:00:00Z',
  '0001-01-01T00:00:00Z',
  '0000-00-00T00:00:00Z',
])('what another program wrote as "%s" is no instant', (text) => {
  expect(inOurForm(text)).toBeNull();
});

it.each([
  ['2026-04-30 14:00:00', Date.UTC(2026, 3, 30, 14)],
  ['2026-04-30 14:00:00.250', Date.UTC(2026, 3, 30, 14, 0, 0, 250)],
  ['2026-04-30 14:00:00.250000', Date.UTC(2026, 3, 30, 14, 0, 0, 250)],
  ['2026-03-29 02:30:00', Date.UTC(2026, 2, 29, 2, 30)],
  ['2038-01-19 03:14:07', 2 ** 31 * 1000 - 1000],
])('the database text %s is UTC', (text, ms) => {
  expect(parseUtcDateTime(text)).toBe(ms);
});

it('microseconds are kept as fractions of a millisecond', () => {
  expect(parseUtcDateTime('1970-01-01 00:00:00.000500')).toBeCloseTo(0.5, 6);
});

it.each(['0000-00-00 00:00:00', '2026-00-10 00:00:00', '2026-10-00 00:00:00', '', '2026-04-30', 'now'])(
  'the text "%s" names no instant',
  (text) => {
    expect(parseUtcDateTime(text)).toBeNull();
  },
);

it('a time written for the database reads back as the same instant', () => {
  const ms = Date.UTC(2026, 9, 25, 1, 30, 0, 7);
  expect(toUtcDateTime(ms)).toBe('2026-10-25 01:30:00.007');
  expect(parseUtcDateTime(toUtcDateTime(ms))).toBe(ms);
});
