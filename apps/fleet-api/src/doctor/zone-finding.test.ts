import { expect, it } from 'vitest';
import { zoneFinding } from './zone-finding.ts';

const NOW_MS = Date.parse('2026-04-30T14:00:00Z');
const INDIA = { name: '+05:30', offset_sec: 19_800, is_utc: false };
const PACIFIC = { name: 'SYSTEM (PDT)', offset_sec: -25_200, is_utc: false };
const LONDON_IN_WINTER = { name: 'Europe/London', offset_sec: 0, is_utc: false };

/** The finding for heartbeats of these ages. */
const findingOf = (zone: typeof INDIA, ...agesSec: number[]) =>
  zoneFinding(
    zone,
    agesSec.map((ageSec) => NOW_MS - ageSec * 1000),
    NOW_MS,
  );

it('a server in UTC is well', () => {
  const zone = { name: 'SYSTEM (UTC)', offset_sec: 0, is_utc: true };
  expect(findingOf(zone, 4)).toEqual({ kind: 'well', subject: "server's zone", fact: 'UTC (SYSTEM (UTC))' });
});

it.each([
  [INDIA, '+05:30, which is not UTC: 5h 30m ahead of UTC now'],
  [PACIFIC, 'SYSTEM (PDT), which is not UTC: 7h behind UTC now'],
  [LONDON_IN_WINTER, 'Europe/London, which is not UTC: as UTC now'],
])('another zone is named, and what it may do', (zone, fact) => {
  expect(findingOf(zone, 4)).toMatchObject({
    kind: 'advice',
    fact,
    remedy: expect.stringContaining('+00:00'),
  });
});

it.each([
  [INDIA, 19_800 + 120, 'problem'],
  [INDIA, 19_800 - 120, 'problem'],
  [INDIA, 19_800 + 121, 'advice'],
  [INDIA, 19_800 - 121, 'advice'],
  [PACIFIC, -25_200 + 4, 'problem'],
  [PACIFIC, 25_200, 'advice'],
  [LONDON_IN_WINTER, 4, 'advice'],
])(
  'with the newest heartbeat as far from now as the zone from UTC, times are shifted (%#)',
  (zone, ageSec, kind) => {
    expect(findingOf(zone, ageSec).kind).toBe(kind);
  },
);

it('shifted heartbeats are counted; some may be a coincidence, all are not', () => {
  expect(findingOf(INDIA, 19_804, 19_808)).toMatchObject({
    kind: 'problem',
    fact: expect.stringContaining(
      '2 of 2 heartbeats are just as far from now, and look like UTC that was read as +05:30',
    ),
  });
  expect(findingOf(INDIA, 4, 19_804)).toMatchObject({
    kind: 'advice',
    fact: expect.stringContaining('1 of 2 heartbeats is just as far from now'),
  });
});

it('without heartbeats nothing is said of them, and a zone that could not be read is not taken for UTC', () => {
  expect(findingOf(INDIA).fact).not.toContain('heartbeat');
  expect(zoneFinding(null, [], NOW_MS)).toMatchObject({ kind: 'advice', fact: 'could not be read' });
});
