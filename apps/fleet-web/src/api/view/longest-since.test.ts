import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { describe, expect, it } from 'vitest';
import { makeCause } from '../../testing/make-cause.ts';
import { makeDecision } from '../../testing/make-decision.ts';
import { snapshotWith } from '../../testing/snapshot-with.ts';
import { LONGEST_PAUSE_MS, withLongestSince } from './longest-since.ts';

const NOW_MS = Date.UTC(2026, 3, 30, 14);
const instant = (sec: number) => new Date(NOW_MS + sec * 1000).toISOString();
const { checklist, summary } = snapshotWith();

/** A snapshot of this second, whose API says that everything stands since `since`. */
function snapshotAt(sec: number, since: number, overrides: Partial<FleetSnapshot> = {}): FleetSnapshot {
  return snapshotWith({
    generated_at: instant(sec),
    decision: makeDecision({ since: instant(since) }),
    causes: [makeCause({ since: instant(since) })],
    checklist: checklist.map((row) => ({ ...row, since: instant(since) })),
    summary: {
      ...summary,
      since: instant(since),
      issue_details: [
        { code: 'process_stale', severity: 'red', subject: 'b', message: '', since: instant(since) },
      ],
    },
    ...overrides,
  });
}

/** An API that has stood for 20 minutes, and what the next one says. */
const after = (next: FleetSnapshot) => withLongestSince(snapshotAt(0, -1200), next);
const sinceOf = (snapshot: FleetSnapshot) => snapshot.decision.since;

it('what stood for 20 minutes does not stand for 10 seconds because the API was started anew', () => {
  const snapshot = after(snapshotAt(15, 5));
  expect(sinceOf(snapshot)).toBe(instant(-1200));
  expect(snapshot.causes[0]?.since).toBe(instant(-1200));
  expect(new Set(snapshot.checklist.map(({ since }) => since))).toEqual(new Set([instant(-1200)]));
  expect(snapshot.summary.since).toBe(instant(-1200));
  expect(snapshot.summary.issue_details[0]?.since).toBe(instant(-1200));
});

it('an API that knows of a longer time is believed', () => {
  expect(sinceOf(after(snapshotAt(15, -3600)))).toBe(instant(-3600));
});

describe('it stands anew', () => {
  it('when it is another verdict', () => {
    const decision = makeDecision({ code: 'hold', since: instant(5) });
    expect(sinceOf(after(snapshotAt(15, 5, { decision })))).toBe(instant(5));
  });

  it('when the cause concerns another host', () => {
    const cause = makeCause({ subject: { kind: 'host', ids: ['jetmon-c'] }, since: instant(5) });
    expect(after(snapshotAt(15, 5, { causes: [cause] })).causes[0]?.since).toBe(instant(5));
  });

  it('when the answer of the checklist is another one', () => {
    const rows = checklist.map((row) => ({ ...row, status: 'amber' as const, since: instant(5) }));
    expect(after(snapshotAt(15, 5, { checklist: rows })).checklist[0]?.since).toBe(instant(5));
  });

  it('when this page saw nothing for too long, and not just before', () => {
    const pause = LONGEST_PAUSE_MS / 1000;
    expect(sinceOf(after(snapshotAt(pause, 5)))).toBe(instant(-1200));
    expect(sinceOf(after(snapshotAt(pause + 1, 5)))).toBe(instant(5));
  });

  it('when the database’s clock was set back', () => {
    expect(sinceOf(after(snapshotAt(-1, -5)))).toBe(instant(-5));
  });
});

it('an API that tells no time is given none', () => {
  expect(sinceOf(after(snapshotAt(15, 5, { decision: makeDecision() })))).toBeUndefined();
});

it('goes on from snapshot to snapshot, for as long as the same stands', () => {
  const anHour = Array.from({ length: 720 }, (_, poll) => snapshotAt(poll * 5, poll * 5));
  const [first, ...rest] = anHour;
  if (first === undefined) throw new Error('no snapshot');
  expect(sinceOf(rest.reduce(withLongestSince, first))).toBe(instant(0));
});
