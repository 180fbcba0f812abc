import { FleetHistory } from 'fleet-core/contract/answers/history';
import { NOTHING_KNOWN } from 'fleet-core/kept/known';
import { MINUTES_KEPT } from 'fleet-core/rules/history/sample-list';
import { MINUTE_MS } from 'fleet-core/rules/history/tell-samples';
import { makeQueueSample, makeSample, makeSampledFleet } from 'fleet-core/testing/make/make-history';
import { makeReadings } from 'fleet-core/testing/make/make-readings';
import { makeSnapshot } from 'fleet-core/testing/make/make-snapshot';
import { NOW_MS } from 'fleet-core/testing/make/now';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_KEPT_RANGES } from '../../limits.ts';
import { createFleetWatch } from '../fleet-watch.ts';
import { createHistoryBodies } from './history-bodies.ts';

beforeEach(() => void vi.useFakeTimers({ now: NOW_MS }));
afterEach(() => void vi.useRealTimers());

const EVERYTHING = { sinceMs: null, untilMs: null };
const from = (minute: number) => ({ sinceMs: NOW_MS - minute * MINUTE_MS, untilMs: NOW_MS });

function watchOnce() {
  const watch = createFleetWatch(90_000);
  watch.look(makeReadings());
  watch.seen(makeSnapshot());
  return { watch, bodyOf: createHistoryBodies(watch) };
}

describe('a range', () => {
  it('is encoded once for all who ask for it, to the minute, until there is something new', () => {
    const { watch, bodyOf } = watchOnce();
    const body = bodyOf(from(5));
    expect(bodyOf({ ...from(5), untilMs: NOW_MS + 59_000 })).toBe(body);
    expect(bodyOf(from(6))).not.toBe(body);
    watch.missed();
    const later = bodyOf(from(5));
    expect(later).not.toBe(body);
    expect(later.etag).not.toBe(body.etag);
  });

  it('that is none moves on with the minutes, and not within one', () => {
    const { bodyOf } = watchOnce();
    const body = bodyOf(EVERYTHING);
    vi.advanceTimersByTime(59_000);
    expect(bodyOf(EVERYTHING)).toBe(body);
    vi.advanceTimersByTime(1000);
    expect(bodyOf(EVERYTHING)).not.toBe(body);
  });

  it(`is kept until ${MOST_KEPT_RANGES} others were asked for since`, () => {
    const { bodyOf } = watchOnce();
    const [first, second] = [bodyOf(from(1)), bodyOf(from(2))];
    for (let minute = 3; minute <= MOST_KEPT_RANGES; minute++) bodyOf(from(minute));
    expect(bodyOf(from(1))).toBe(first);
    bodyOf(from(100));
    expect(bodyOf(from(1))).toBe(first);
    expect(bodyOf(from(2))).not.toBe(second);
  });
});

it('seven restless days are under 300 KB as a client gets them, and hold to the contract', async () => {
  let seed = 1;
  /** A number below `most`, the same in every run. */
  const upTo = (most: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % most;
  };
  const nowMinute = NOW_MS / MINUTE_MS;
  const samples = Array.from({ length: MINUTES_KEPT }, (_, i) =>
    makeSample({
      minute: nowMinute - MINUTES_KEPT + 1 + i,
      webhook: makeQueueSample({
        due_now: upTo(400),
        oldest_due_age_sec: upTo(300),
        delivered_since: upTo(5000),
      }),
      alert: makeQueueSample({
        due_now: upTo(20),
        oldest_due_age_sec: upTo(300),
        delivered_since: upTo(900),
      }),
      processes: {
        vanished: 0,
        stale: upTo(2),
        stopped: 0,
        red: upTo(2),
        amber: upTo(5),
        green: 50 + upTo(9),
      },
    }),
  );
  const known = { ...NOTHING_KNOWN, samples: makeSampledFleet(samples) };
  const bodyOf = createHistoryBodies(createFleetWatch(90_000, { known, keep: () => {} }));
  const body = bodyOf(from(MINUTES_KEPT - 1));
  expect(FleetHistory.parse(JSON.parse(body.identity.toString())).samples?.minute).toHaveLength(MINUTES_KEPT);
  for (const encoding of ['br', 'gzip'] as const) {
    expect((await body.bytes(encoding)).length).toBeLessThan(300_000);
  }
});
