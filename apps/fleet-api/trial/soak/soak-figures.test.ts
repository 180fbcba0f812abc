import { expect, it } from 'vitest';
import { residentSlope, soakReport } from './soak-figures.ts';

const sample = (minute: number, residentMb: number) => ({
  atMs: minute * 60_000,
  residentMb,
  descriptors: 20,
});

it('memory that grows by 1 MB a minute grows by 10 MB in 10 minutes', () => {
  expect(residentSlope([0, 1, 2, 3, 4, 5, 6, 7].map((minute) => sample(minute, 80 + minute)))).toBeCloseTo(
    10,
  );
});

it('memory that only goes up and down is flat', () => {
  expect(
    residentSlope([0, 1, 2, 3, 4, 5, 6, 7, 8].map((minute) => sample(minute, 80 + (minute % 2)))),
  ).toBeCloseTo(0);
});

it('what is taken in the first half is warming up', () => {
  const samples = [0, 1, 2, 3, 4, 5, 6, 7].map((minute) =>
    sample(minute, minute < 4 ? 40 + minute * 10 : 90),
  );
  expect(residentSlope(samples)).toBeCloseTo(0);
});

it('the report tells answers by class, lies, and what is held at the start and at the end', () => {
  const report = soakReport({
    minutes: 60,
    faults: { refuses: 2 },
    answersByStatus: { 200: 9, 503: 3, none: 1 },
    lies: 1,
    wrong: ['5 processes in place of 8'],
    worstLatencyMs: 900,
    worstRecoveryMs: 1200,
    mostConnections: 4,
    exitedEarly: null,
    unhandled: 0,
    descriptorsAtStart: 29,
    descriptorsAtEnd: 28,
    loadAtStart: { readerSessions: 4, statementsPerSec: 11.25 },
    loadAtEnd: { readerSessions: 3, statementsPerSec: 12 },
    residentMbAtStart: 140,
    residentMbAtEnd: 141.4,
    residentMbPerTenMinutes: 0.5,
    logLines: 70,
  });
  for (const line of [
    'answers by status: 200: 9, 503: 3, none: 1',
    'lies: a 200 with wrong content: 1',
    'sessions, start and end: 4, 3',
    'statements per second, start and end: 11.3, 12.0',
    'resident, start and end: 140 MB, 141 MB',
    '5 processes in place of 8',
  ])
    expect(report.split('\n')).toContain(line);
});
