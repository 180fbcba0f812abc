import { checkClock, checkService, look } from '../steps.ts';
import type { CatalogueEntry } from './entry.ts';

/** Issues of heartbeats that come, and yet not as they should. */
export const HEARTBEAT_CODES = {
  heartbeat_in_future: {
    subject: 'process',
    tally: ['ahead of the clock', 'ahead of the clock'],
    crowd: "heartbeats lie ahead of the database's clock",
    question: 'heartbeats',
    inSummary: true,
    nextActions: { amber: 'review_warnings' },
    meaning:
      "A heartbeat lies more than a minute ahead of the database's clock. By such a time nobody can tell whether the process is silent.",
    likelyCauses: ["the host's clock is wrong", "the database's clock is wrong"],
    steps: (about, sql) => [checkClock(about), look("Compare with the database's clock", sql.clocks)],
  },
  heartbeat_late: {
    subject: 'process',
    tally: ['late', 'late'],
    crowd: 'heartbeats are late',
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A heartbeat, which comes about every ten seconds, is overdue, though not for long enough to call the process silent. When all are late, writes to the database have stopped or a replica lags behind.',
    likelyCauses: [
      'the process hangs or has just died',
      'its host cannot reach the database',
      'the dashboard reads a replica that lags',
    ],
    steps: (about, sql) => [
      checkService(about),
      look("Compare the newest heartbeats with the database's clock", sql.clocks),
    ],
  },
  heartbeat_frozen: {
    subject: 'process',
    tally: ['standing still', 'standing still'],
    crowd: 'heartbeats stand still',
    question: 'heartbeats',
    inSummary: false,
    severities: ['amber'],
    meaning:
      'A heartbeat has not moved while it was watched, though its time is not old. A clock that was ahead may hide a dead process.',
    likelyCauses: ["the process died while its host's clock was ahead"],
    steps: (about, sql) => [
      checkService(about),
      checkClock(about),
      look("Compare with the database's clock", sql.clocks),
    ],
  },
} satisfies Record<string, CatalogueEntry>;
