import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOurForm, parseUtcDateTime, toInstant, toUtcDateTime } from './instant.ts';

it('an instant is RFC 3339 in UTC, in whole seconds, rounded down', () => {
  expect(toInstant(Date.UTC(2026, 3, 30, 14))).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14, 0, 0, 999))).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14, 0, 1, 0))).toBe('2026-04-30T14:00:01Z');
  expect(toInstant(Date.UTC(2026, 3, 30, 14) + 0.9)).toBe('2026-04-30T14:00:00Z');
  expect(toInstant(0)).toBe('1970-01-01T00:00:00Z');
});

it('an instant is what the engine writes, without the fraction, whatever was written before', () => {
  const asTheEngine = (ms: number) => `${new Date(ms).toISOString().slice(0, -'.000Z'.length)}Z`;
  const withinDates = fc.oneof(fc.double({ min: -8.64e15, max: 8.64e15, noNaN: true }), fc.integer());
  fc.assert(fc.property(withinDates, (ms) => toInstant(ms) === asTheEngine(ms)));
});

it.each([Number.NaN, 8.65e15, -8.65e15])('%d is no instant', (ms) => {
  expect(() => toInstant(ms)).toThrow(RangeError);
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

it('a database text is the time that the engine reads, whatever the digits and whatever was read before', () => {
  const asTheEngine = (date: string, time: string) => {
    const ms = Date.parse(`${date}T${time}Z`);
    return Number.isNaN(ms) ? null : ms;
  };
  const upTo = (most: number) => fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const year = fc.integer({ min: 1, max: 9999 }).map((n) => String(n).padStart(4, '0'));
  fc.assert(
    fc.property(year, upTo(13), upTo(32), upTo(25), upTo(61), upTo(61), (y, month, day, h, m, s) => {
      const [date, time] = [`${y}-${month}-${day}`, `${h}:${m}:${s}`];
      return parseUtcDateTime(`${date} ${time}`) === asTheEngine(date, time);
    }),
    { numRuns: 1000 },
  );
});
