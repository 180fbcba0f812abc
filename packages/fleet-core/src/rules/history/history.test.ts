import { describe, expect, it } from 'vitest';
import type { Issue } from '../../contract/issue.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { fromInstant, toInstant } from '../../domain/instant.ts';
import { buildSnapshot } from '../../snapshot.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makeReadings } from '../../testing/make/make-readings.ts';
import {
  NOTHING_WATCHED,
  TRANSITIONS_KEPT,
  type Watched,
  watchFailure,
  watchSnapshot,
  withSince,
} from './history.ts';

const base = buildSnapshot(makeReadings(), makeContext());
const minuteMs = (count: number) => Date.UTC(2026, 3, 30, 14, count);
const minute = (count: number) => toInstant(minuteMs(count));
/** Looks come a minute apart in these tests. */
const PAUSE_MS = 60_000;
const stale = (subject: string): Closed<Issue> => ({
  code: 'process_stale',
  severity: 'red',
  subject,
  message: 'stale',
});

function snapshotAt(minutes: number, status: Level, issue_details: Closed<Issue>[] = []) {
  return { ...base, generated_at: minute(minutes), summary: { ...base.summary, status, issue_details } };
}

function look(before: Watched, snapshot: ReturnType<typeof snapshotAt>): Watched {
  return watchSnapshot(before, snapshot, fromInstant(snapshot.generated_at), PAUSE_MS);
}

function watch(...snapshots: ReturnType<typeof snapshotAt>[]): Watched {
  return snapshots.reduce(look, NOTHING_WATCHED);
}

describe('since', () => {
  it('the status stands since it was first seen', () => {
    const watched = watch(snapshotAt(0, 'green'), snapshotAt(1, 'red'), snapshotAt(2, 'red'));
    expect(watched.status).toEqual({ word: 'red', since: minute(1) });
    expect(watched.watching_since).toBe(minute(0));
  });

  it('a status that comes back stands anew', () => {
    const watched = watch(snapshotAt(0, 'red'), snapshotAt(1, 'green'), snapshotAt(2, 'red'));
    expect(watched.status?.since).toBe(minute(2));
  });

  it('each issue stands since it was first seen for its process', () => {
    const latest = snapshotAt(2, 'red', [stale('a'), stale('b')]);
    const watched = watch(snapshotAt(0, 'green'), snapshotAt(1, 'red', [stale('a')]), latest);
    const { summary } = withSince(latest, watched);
    expect(summary.since).toBe(minute(2 - 1));
    expect(summary.issue_details.map((issue) => issue.since)).toEqual([minute(1), minute(2)]);
  });

  it('an issue that went and came back stands anew', () => {
    const latest = snapshotAt(2, 'red', [stale('a')]);
    const watched = watch(snapshotAt(0, 'red', [stale('a')]), snapshotAt(1, 'green'), latest);
    expect(withSince(latest, watched).summary.issue_details[0]?.since).toBe(minute(2));
  });
});

describe('transitions', () => {
  it('the first snapshot is where the status begins, and brings no issue transitions', () => {
    const watched = watch(snapshotAt(0, 'red', [stale('a')]));
    expect(watched.status_transitions).toEqual([{ at: minute(0), from: null, to: 'red' }]);
    expect(watched.issue_transitions).toEqual([]);
  });

  it('an issue code comes with its first process and goes with its last', () => {
    const watched = watch(
      snapshotAt(0, 'green'),
      snapshotAt(1, 'red', [stale('a')]),
      snapshotAt(2, 'red', [stale('a'), stale('b')]),
      snapshotAt(3, 'green'),
    );
    expect(watched.issue_transitions).toEqual([
      { at: minute(1), code: 'process_stale', from: null, to: 'red' },
      { at: minute(3), code: 'process_stale', from: 'red', to: null },
    ]);
  });

  it('a time in which nothing could be read is told once, and does not end what stood before', () => {
    const before = watch(snapshotAt(0, 'red'));
    const blind = watchFailure(watchFailure(before, minuteMs(1), PAUSE_MS), minuteMs(2), PAUSE_MS);
    const after = look(blind, snapshotAt(3, 'red'));
    expect(after.status_transitions.slice(1)).toEqual([
      { at: minute(1), from: 'red', to: 'unread' },
      { at: minute(3), from: 'unread', to: 'red' },
    ]);
    expect(after.status?.since).toBe(minute(0));
  });

  it(`keeps the last ${TRANSITIONS_KEPT} of each kind`, () => {
    let watched = NOTHING_WATCHED;
    for (let i = 0; i <= TRANSITIONS_KEPT + 5; i++) {
      watched = look(watched, i % 2 === 0 ? snapshotAt(i, 'green') : snapshotAt(i, 'red', [stale('a')]));
    }
    expect(watched.status_transitions).toHaveLength(TRANSITIONS_KEPT);
    expect(watched.issue_transitions).toHaveLength(TRANSITIONS_KEPT);
    expect(watched.status_transitions.at(-1)?.at).toBe(minute(TRANSITIONS_KEPT + 5));
  });
});

describe('a time in which nobody looked', () => {
  it('is told as not watched, from the last look to the next', () => {
    const watched = look(watch(snapshotAt(0, 'green')), snapshotAt(5, 'green'));
    expect(watched.status_transitions.slice(1)).toEqual([
      { at: minute(0), from: 'green', to: 'unwatched' },
      { at: minute(5), from: 'unwatched', to: 'green' },
    ]);
  });

  it('is no time through which anything stood', () => {
    const latest = snapshotAt(5, 'red', [stale('a')]);
    const watched = look(watch(snapshotAt(0, 'red', [stale('a')])), latest);
    const { summary, decision } = withSince(latest, watched);
    expect([summary.since, decision.since, summary.issue_details[0]?.since]).toEqual(
      Array(3).fill(minute(5)),
    );
  });

  it('begins just over the longest pause, not at it', () => {
    const before = watch(snapshotAt(0, 'green'));
    const at = look(before, snapshotAt(1, 'green'));
    const over = watchSnapshot(before, snapshotAt(1, 'green'), minuteMs(1), PAUSE_MS - 1);
    expect([at.status?.since, over.status?.since]).toEqual([minute(0), minute(1)]);
  });

  it('ends a time in which nothing could be read, when nobody looked in between', () => {
    const blind = watchFailure(watch(snapshotAt(0, 'green')), minuteMs(1), PAUSE_MS);
    const watched = look(blind, snapshotAt(9, 'green'));
    expect(watched.status_transitions.slice(1).map(({ at, to }) => [at, to])).toEqual([
      [minute(1), 'unread'],
      [minute(1), 'unwatched'],
      [minute(9), 'green'],
    ]);
  });
});

it('an issue that carries its own time stands since then, not since it was first seen', () => {
  const latest = snapshotAt(1, 'red', [{ ...stale('a'), since: minute(-14) }]);
  const { summary } = withSince(latest, watch(latest));
  expect(summary.issue_details[0]?.since).toBe(minute(-14));
});

it('a pause is measured to the millisecond, whatever the instants on the wire show', () => {
  const [first, second] = [snapshotAt(0, 'green'), snapshotAt(1, 'green')];
  const at = (ms: number) => watchSnapshot(watchSnapshot(NOTHING_WATCHED, first, 999, 100), second, ms, 100);
  expect(at(1099).status_transitions).toHaveLength(1);
  expect(at(1100).status_transitions.map(({ to }) => to)).toEqual(['green', 'unwatched', 'green']);
});

describe('a clock that is set back', () => {
  const standing = watch(
    snapshotAt(0, 'green'),
    snapshotAt(1, 'red', [stale('a')]),
    snapshotAt(2, 'red', [stale('a')]),
  );
  const times = ({ status_transitions, issue_transitions }: Watched) => [
    status_transitions.map(({ at }) => at),
    issue_transitions.map(({ at }) => at),
  ];

  it('a little leaves nothing that began in the future', () => {
    const latest = snapshotAt(0.5, 'red', [stale('a')]);
    const watched = watchSnapshot(standing, latest, minuteMs(0.5), 2 * PAUSE_MS);
    const { summary, decision } = withSince(latest, watched);
    expect([summary.since, decision.since, summary.issue_details[0]?.since]).toEqual([
      minute(0.5),
      minute(0),
      minute(0.5),
    ]);
    expect(times(watched)).toEqual([[minute(0), minute(0.5)], [minute(0.5)]]);
  });

  it('by more than a pause may last is a time that was not watched, and the history stays in order', () => {
    const watched = look(standing, snapshotAt(-60, 'red', [stale('a')]));
    expect(watched.status?.since).toBe(minute(-60));
    expect(watched.status_transitions.slice(-2).map(({ at, to }) => [at, to])).toEqual([
      [minute(-60), 'unwatched'],
      [minute(-60), 'red'],
    ]);
    for (const list of times(watched)) expect(list).toEqual([...list].sort());
    expect(watched.watching_since).toBe(minute(-60));
  });

  it('is not thought of a clock that could not be asked', () => {
    const blind = watchFailure(standing, minuteMs(1), PAUSE_MS);
    expect(blind.status_transitions.at(-1)).toMatchObject({ at: minute(2), to: 'unread' });
    expect(blind.status?.since).toBe(minute(1));
  });
});
