import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reported } from '../contract/process.ts';
import type { FleetMemory } from '../domain/fleet-memory.ts';
import { toInstant } from '../domain/instant.ts';
import { watchFailure, watchSnapshot } from '../rules/history/history.ts';
import { sampleSnapshot } from '../rules/history/samples.ts';
import { remember } from '../rules/memory/remember.ts';
import { holdAlways } from '../testing/arbitrary/hold-always.ts';
import { nearlyHealthyReadings } from '../testing/arbitrary/nearly-healthy-readings.ts';
import { judge } from '../testing/judge.ts';
import { makeSample, makeSampledFleet } from '../testing/make/make-history.ts';
import { makeProcessHealth } from '../testing/make/make-process-health.ts';
import { makeReading } from '../testing/make/make-reading.ts';
import { makeReadings } from '../testing/make/make-readings.ts';
import type { Kept } from './kept.ts';
import { KEPT, type Known, NOTHING_KNOWN } from './known.ts';

/** As a file does it. */
const throughText = (lines: readonly unknown[]): unknown[] =>
  lines.map((line) => JSON.parse(JSON.stringify(line)));

/** One look after another, each some time after the one before it, or before it, when the clock is set back. */
const looks = fc.array(
  fc.record({
    readings: nearlyHealthyReadings,
    isRead: fc.boolean(),
    afterMs: fc.oneof(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: -4_000_000, max: 400_000 })),
  }),
  { minLength: 1, maxLength: 12 },
);

/** What is known after each of the looks. */
function knowing(history: typeof looks extends fc.Arbitrary<infer T> ? T : never): Known[] {
  let known = NOTHING_KNOWN;
  let nowMs = Date.UTC(2026, 3, 30, 14);
  return history.map(({ readings: read, isRead, afterMs }) => {
    nowMs += afterMs;
    const readings = { ...read, now_ms: nowMs };
    const snapshot = judge(readings);
    known = isRead
      ? {
          history: watchSnapshot(known.history, snapshot, nowMs, 90_000),
          processes: remember(known.processes, readings),
          samples: sampleSnapshot(known.samples, snapshot, nowMs),
        }
      : { ...known, history: watchFailure(known.history, nowMs, 90_000) };
    return known;
  });
}

/** What the lines of all the looks tell, and what those tell that are written anew after the last. */
function reread<Value>(kept: Kept<Value>, values: readonly Value[]): [Value, Value, number] {
  let before = kept.nothing;
  const lines = values.flatMap((value) => {
    const more = kept.lines(before, value);
    before = value;
    return more;
  });
  const [all, anew] = [lines, kept.lines(kept.nothing, before)].map((some) => kept.read(throughText(some)));
  if (all === undefined || anew === undefined) throw new Error('nothing was read');
  return [all.value, anew.value, all.unknown + anew.unknown];
}

describe('whatever was seen', () => {
  const always = holdAlways(looks, knowing, 60);

  it('is known again from its lines, the clock set back or not', () => {
    always((known) => {
      const { history, samples, processes } = known.at(-1) ?? NOTHING_KNOWN;
      const each = <Name extends keyof Known>(name: Name) => known.map((one) => one[name]);
      expect(reread(KEPT.history, each('history'))).toEqual([history, history, 0]);
      expect(reread(KEPT.samples, each('samples'))).toEqual([samples, samples, 0]);
      expect(reread(KEPT.processes, each('processes'))).toEqual([processes, processes, 0]);
    });
  });

  it('never began in the future, and is in order, the clock set back or not', () => {
    always((known) => {
      const { history: watched, samples, processes } = known.at(-1) ?? NOTHING_KNOWN;
      const now = toInstant(watched.looked_at_ms ?? 0);
      const transitions = [watched.status_transitions, watched.issue_transitions];
      for (const list of transitions) {
        const times = list.map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
        expect((times.at(-1) ?? now) <= now).toBe(true);
      }
      for (const since of [watched.status?.since, ...watched.issues.values()]) {
        expect((since ?? now) <= now).toBe(true);
      }
      for (const { last_seen_ms } of processes.processes.values()) {
        expect(last_seen_ms).toBeLessThanOrEqual(watched.looked_at_ms ?? last_seen_ms);
      }
      const minutes = samples.samples.map(({ minute }) => minute);
      expect(minutes).toEqual([...new Set(minutes)].sort((a, b) => a - b));
    });
  });
});

it.each([
  ['its state', { state: 'stopped' }],
  ['its range', { bucket_min: 1, bucket_max: 2 }],
  ['its workers', { delivery_workers_enabled: true }],
] as const)('of a process that changed %s, what it is now is known again', (_, change) => {
  const seen = (overrides: Partial<Reported>) => {
    const process_health = makeReading([makeProcessHealth(overrides)]);
    return remember(KEPT.processes.nothing, makeReadings({ process_health }));
  };
  const [before, after] = [seen({}), seen(change)];
  expect(reread(KEPT.processes, [before, after])).toEqual([after, after, 0]);
});

describe('lines that say nothing', () => {
  const STRANGE = [
    null,
    7,
    'text',
    [],
    {},
    { minute: 1 },
    { looked_at_ms: 'x' },
    { kind: 'of a newer version' },
  ];

  it.each(Object.entries(KEPT))('are counted, and hide nothing else (%s)', (_, kept: Kept<unknown>) => {
    expect(kept.read(STRANGE)).toEqual({ value: kept.nothing, unknown: STRANGE.length });
  });

  it('a word that this version does not know is one', () => {
    const line = { minute: 5, level: 'lilac', decision: 'advance' };
    expect(KEPT.samples.read([line]).unknown).toBe(1);
  });
});

describe('size', () => {
  it('a look at a fleet in which nothing changes is 40 bytes of history at most', () => {
    const [first, second] = knowing(
      [0, 30_000].map((afterMs) => ({ readings: makeReadings(), isRead: true, afterMs })),
    );
    const lines = KEPT.history.lines(
      first?.history ?? KEPT.history.nothing,
      second?.history ?? KEPT.history.nothing,
    );
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines[0]).length).toBeLessThanOrEqual(40);
  });

  it('a minute is 220 bytes at most, and a look at a minute is told in one line', () => {
    const fleet = makeSampledFleet([makeSample({ minute: 1 }), makeSample({ minute: 2 })]);
    const lines = KEPT.samples.lines(fleet, {
      ...fleet,
      samples: [...fleet.samples, makeSample({ minute: 3 })],
    });
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines[0]).length).toBeLessThanOrEqual(220);
  });

  it('issues are told when they come and go, not with every look', () => {
    const readings = makeReadings({ process_health: makeReading([]) });
    const known = knowing([0, 30_000].map((afterMs) => ({ readings, isRead: true, afterMs })));
    const [come, stand] = known.map(
      ({ history }, i) => KEPT.history.lines(known[i - 1]?.history ?? KEPT.history.nothing, history)[0],
    );
    expect(come).toHaveProperty('issues');
    expect(Object.keys(Object(stand))).toEqual(['looked_at_ms']);
  });
});

it('what a mute met first, and that it is void, is known again, until the plan no longer has it', () => {
  const memory = (mutes: FleetMemory['mutes']): FleetMemory => ({ processes: new Map(), mutes });
  const met = memory(new Map([['m', { severity: 'amber', count: 2, void: null }]]));
  const worse = memory(new Map([['m', { severity: 'amber', count: 2, void: 'worse' }]]));
  expect(reread(KEPT.processes, [met, worse])).toEqual([worse, worse, 0]);
  expect(reread(KEPT.processes, [met, memory(new Map())])[0].mutes.size).toBe(0);
  expect(KEPT.processes.lines(met, met)).toEqual([]);
});
