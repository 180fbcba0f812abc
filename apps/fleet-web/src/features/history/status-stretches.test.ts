import type { FleetHistory, StatusTransition } from 'fleet-core/contract/answers/history';
import { makeHistory, makeSamples } from 'fleet-core/testing/make/make-history';
import { expect, it } from 'vitest';
import { statusStretches } from './status-stretches.ts';
import { SIX_HOURS } from './time-span.ts';

const NOW_MS = Date.UTC(2026, 3, 30, 14);
const MINUTE_MS = 60_000;
const ago = (minutes: number) => new Date(NOW_MS - minutes * MINUTE_MS).toISOString();

type State = StatusTransition['to'];

function historyOf(...changes: [minutesAgo: number, from: State | null, to: State][]): FleetHistory {
  const status_transitions = changes.map(([minutes, from, to]) => ({ at: ago(minutes), from, to }));
  return makeHistory({ watching_since: status_transitions[0]?.at ?? null, status_transitions });
}

const minutes = (history: FleetHistory) =>
  statusStretches(history, NOW_MS, SIX_HOURS.ms).map(({ state, fromMs, toMs }) => [
    state,
    (toMs - fromMs) / MINUTE_MS,
  ]);

it('the time before the watching began is no status', () => {
  expect(minutes(historyOf([60, null, 'green']))).toEqual([
    [null, 300],
    ['green', 60],
  ]);
});

it('each status lasts until the next, and the last one until now', () => {
  expect(minutes(historyOf([400, null, 'green'], [30, 'green', 'red'], [10, 'red', 'unread']))).toEqual([
    ['green', 330],
    ['red', 20],
    ['unread', 10],
  ]);
});

it('a time that nobody watched is no status either', () => {
  const history = historyOf([60, null, 'green'], [30, 'green', 'unwatched'], [10, 'unwatched', 'red']);
  expect(minutes(history)).toEqual([
    [null, 300],
    ['green', 30],
    [null, 20],
    ['red', 10],
  ]);
});

it('what an older list began from fills the time before its first entry', () => {
  expect(minutes(historyOf([100, 'amber', 'green']))).toEqual([
    ['amber', 260],
    ['green', 100],
  ]);
});

it('without any change the whole strip is unwatched, and it is six hours long', () => {
  expect(statusStretches(historyOf(), NOW_MS, SIX_HOURS.ms)).toEqual([
    { state: null, fromMs: NOW_MS - SIX_HOURS.ms, toMs: NOW_MS },
  ]);
});

it('a change after now, by another clock, is not drawn backwards', () => {
  expect(minutes(historyOf([60, null, 'green'], [-5, 'green', 'red']))).toEqual([
    [null, 300],
    ['green', 60],
  ]);
});

/** Amber for 100 minutes, of which each minute is as `decision` has it. */
const amberBy = (decision: (ago: number) => 'advance_as_planned' | 'hold') => ({
  ...historyOf([100, null, 'amber']),
  samples: makeSamples(100, (ago) => ({ level: 'amber', decision: decision(ago) })),
});

it('amber that was as planned is told as such', () => {
  expect(minutes(amberBy(() => 'advance_as_planned'))).toEqual([
    [null, 260],
    ['planned', 100],
  ]);
});

it('amber ceases to be as planned in the minute that was not', () => {
  expect(minutes(amberBy((ago) => (ago < 30 ? 'hold' : 'advance_as_planned')))).toEqual([
    [null, 260],
    ['planned', 71],
    ['amber', 29],
  ]);
});

it('red is never told as planned', () => {
  const history = { ...amberBy(() => 'advance_as_planned'), ...historyOf([100, null, 'red']) };
  expect(
    minutes({ ...history, samples: makeSamples(100, () => ({ decision: 'advance_as_planned' })) }),
  ).toEqual([
    [null, 260],
    ['red', 100],
  ]);
});

it('what began just now is the last of the strip, although it has lasted for no time', () => {
  expect(minutes(historyOf([60, null, 'green'], [0, 'green', 'red']))).toEqual([
    [null, 300],
    ['green', 60],
    ['red', 0],
  ]);
});
