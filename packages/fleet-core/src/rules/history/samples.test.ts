import { describe, expect, it } from 'vitest';
import type { Sample, SampledFleet } from '../../domain/sampled-fleet.ts';
import { NOTHING_SAMPLED } from '../../domain/sampled-fleet.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { lastLook } from '../../testing/look-again.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makeDeliveryQueue } from '../../testing/make/make-delivery-queue.ts';
import { makeSample, makeSampledFleet, NOW_MINUTE } from '../../testing/make/make-history.ts';
import { makeLock, makeRollout } from '../../testing/make/make-locks.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeReadings } from '../../testing/make/make-readings.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { NOW_MS, secondsAgo } from '../../testing/make/now.ts';
import { MOST_CHANGE_ROWS } from './changes.ts';
import { MINUTES_KEPT } from './sample-list.ts';
import { sampleSnapshot } from './samples.ts';
import { MINUTE_MS } from './tell-samples.ts';

const well = makeSnapshot();
const unwell = makeSnapshot({ bucket_owners: failedReading() });
const HOUR = 60;

type Look = readonly [minute: number, snapshot?: typeof well];

function sample(before: SampledFleet, ...looks: Look[]): SampledFleet {
  return looks.reduce(
    (fleet, [minute, snapshot = well]) => sampleSnapshot(fleet, snapshot, NOW_MS + minute * MINUTE_MS),
    before,
  );
}

/** Minutes from now. */
const minutes = ({ samples }: SampledFleet) => samples.map(({ minute }) => minute - NOW_MINUTE);
const only = (...looks: Look[]): Sample | undefined => sample(NOTHING_SAMPLED, ...looks).samples[0];

describe('a sample', () => {
  it('of the healthy fleet tells what was read', () => {
    expect(only([0])).toEqual(makeSample());
  });

  it('tells each queue by itself, and null where it could not be read', () => {
    const alert_deliveries = makeReading(
      makeDeliveryQueue({ due_now: 7, oldest_due_ms: secondsAgo(90), failed_since: 2, abandoned_since: 1 }),
    );
    const snapshot = makeSnapshot({ webhook_deliveries: failedReading(), alert_deliveries });
    expect(only([0, snapshot])).toMatchObject({
      webhook: {
        due_now: null,
        oldest_due_age_sec: null,
        delivered_since: null,
        failed_since: null,
        abandoned_since: null,
      },
      alert: { due_now: 7, oldest_due_age_sec: 90, failed_since: 2, abandoned_since: 1 },
    });
  });

  it('counts each process once: silence outranks a stop, and a stop the health', () => {
    const silent = { updated_at_ms: secondsAgo(3600) };
    const process_health = makeReading([
      makeProcessHealth({ host_id: 'a' }),
      makeProcessHealth({ host_id: 'b', health_status: 'amber' }),
      makeProcessHealth({ host_id: 'c', health_status: 'lilac' }),
      makeProcessHealth({ host_id: 'd', health_status: 'red' }),
      makeProcessHealth({ host_id: 'e', health_status: 'red', state: 'stopped' }),
      makeProcessHealth({ host_id: 'f', state: 'stopped', ...silent }),
      makeProcessHealth({ host_id: 'g', ...silent }),
    ]);
    expect(only([0, makeSnapshot({ process_health })])?.processes).toEqual({
      vanished: 0,
      stale: 2,
      stopped: 1,
      red: 1,
      amber: 2,
      green: 1,
    });
  });

  it('counts a retired process nowhere: its silence is no trouble of the past either', () => {
    const silent = { updated_at_ms: secondsAgo(7200) };
    const process_health = makeReading([
      makeProcessHealth({ host_id: 'a' }),
      makeProcessHealth({ host_id: 'b', ...silent }),
    ]);
    const readings = { ...makeReadings(), process_health };
    const counted = (retired: string[]) =>
      only([0, judgeByPlan(readings, makePlan({ retired }))])?.processes.stale;
    expect([counted([]), counted(['b'])]).toEqual([1, 0]);
  });

  it('counts who has vanished', () => {
    const gone = { ...makeReadings(), process_health: makeReading([makeDeliverer()]) };
    expect(only([0, lastLook([makeReadings(), gone])])?.processes).toMatchObject({ vanished: 3, green: 1 });
  });

  it('covers null buckets where ownership could not be read, not 0', () => {
    expect(only([0, unwell])).toMatchObject({ level: 'red', covered_buckets: null, bucket_total: 1000 });
  });
});

describe('a minute', () => {
  it('has one sample, however often is looked', () => {
    expect(minutes(sample(NOTHING_SAMPLED, [0], [0.5], [0.99], [1]))).toEqual([0, 1]);
  });

  it('is what its worst look was, in all that it tells', () => {
    const seen = only([0], [0.3, unwell], [0.6]);
    expect(seen).toMatchObject({ level: 'red', decision: 'stop', covered_buckets: null });
  });

  it('is the last of looks that are equally bad', () => {
    const busy = makeSnapshot({ webhook_deliveries: makeReading(makeDeliveryQueue({ delivered_since: 7 })) });
    expect(only([0], [0.3, busy])?.webhook.delivered_since).toBe(7);
    expect(only([0, busy], [0.3])?.webhook.delivered_since).not.toBe(7);
  });

  it('in which nothing was read has no sample', () => {
    expect(minutes(sample(NOTHING_SAMPLED, [0], [3]))).toEqual([0, 3]);
  });
});

describe('a clock that is set back an hour', () => {
  const before = sample(NOTHING_SAMPLED, [-2], [-1], [0, unwell]);

  it('adds its minutes in their order, and none is lost', () => {
    expect(minutes(sample(before, [-HOUR], [1 - HOUR]))).toEqual([-HOUR, 1 - HOUR, -2, -1, 0]);
  });

  it('that comes through a minute again adds to its sample, and does not double it', () => {
    const after = sample(before, [-1], [0]);
    expect(minutes(after)).toEqual([-2, -1, 0]);
    expect(after.samples.at(-1)).toMatchObject({ level: 'red', covered_buckets: null });
  });

  it('leaves changes in their order', () => {
    const other = makeSnapshot({ bucket_owners: makeReading([makeBucketOwner('jetmon-a', 0, 999)]) });
    const { owner_ranges } = sample(NOTHING_SAMPLED, [-90], [0, other], [-HOUR], [1 - HOUR, other]);
    expect(owner_ranges.map(({ minute, value }) => [minute - NOW_MINUTE, value.length])).toEqual([
      [-90, 3],
      [1 - HOUR, 1],
    ]);
  });
});

describe('what changes seldom', () => {
  it('is told once, for as long as it stands', () => {
    const fleet = sample(NOTHING_SAMPLED, [0], [1], [2]);
    expect([fleet.owner_ranges, fleet.versions, fleet.recent_window_sec].map(({ length }) => length)).toEqual(
      [1, 1, 1],
    );
  });

  it('is no other when it could not be read', () => {
    expect(sample(NOTHING_SAMPLED, [0], [1, unwell], [2]).owner_ranges).toHaveLength(1);
  });

  it('of one minute is what stood last in it', () => {
    const other = makeSnapshot({ bucket_owners: makeReading([makeBucketOwner('jetmon-a', 0, 999)]) });
    expect(sample(NOTHING_SAMPLED, [0], [0.5, other]).owner_ranges).toEqual([
      {
        minute: NOW_MINUTE,
        value: [{ host_id: 'jetmon-a', bucket_min: 0, bucket_max: 999, pinned: false }],
      },
    ]);
  });

  it('names locked ranges as such', () => {
    const locked = { process_health: makeReading([]), bucket_owners: makeReading([]) };
    const snapshot = makeSnapshot({ ...locked, ...makeRollout([makeLock('a', 0, 9)]) });
    expect(sample(NOTHING_SAMPLED, [0, snapshot]).owner_ranges.at(-1)?.value).toEqual([
      { host_id: 'a', bucket_min: 0, bucket_max: 9, pinned: false, locked: true },
    ]);
  });

  it('names pinned ranges as such', () => {
    const pinned = makePinnedMonitor('a', 0, 9);
    const snapshot = makeSnapshot({ process_health: makeReading([pinned]), bucket_owners: makeReading([]) });
    expect(sample(NOTHING_SAMPLED, [0, snapshot]).owner_ranges.at(-1)?.value).toEqual([
      { host_id: 'a', bucket_min: 0, bucket_max: 9, pinned: true },
    ]);
  });

  it(`is kept up to ${MOST_CHANGE_ROWS} rows, the latest of them whatever it has`, () => {
    const rows = (count: number) =>
      Array.from({ length: count }, (_, i) => ({
        host_id: `h${i}`,
        bucket_min: 0,
        bucket_max: 1,
        pinned: false,
      }));
    const kept = (...counts: number[]) => {
      const owner_ranges = counts.map((count, i) => ({
        minute: NOW_MINUTE - 10 + i,
        value: rows(count),
      }));
      return sample(makeSampledFleet([], { owner_ranges }), [0]).owner_ranges.map(
        ({ value }) => value.length,
      );
    };
    expect(kept(MOST_CHANGE_ROWS - 4, 1)).toEqual([MOST_CHANGE_ROWS - 4, 1, 3]);
    expect(kept(MOST_CHANGE_ROWS - 3, 1)).toEqual([1, 3]);
    expect(kept(2, MOST_CHANGE_ROWS + 1)).toEqual([3]);
  });
});

describe('seven days', () => {
  const week = Array.from({ length: MINUTES_KEPT }, (_, i) =>
    makeSample({ minute: NOW_MINUTE - i }),
  ).reverse();

  it('of samples are kept, and the oldest gives way to the next', () => {
    const after = sample(makeSampledFleet(week), [1]);
    expect(after.samples).toHaveLength(MINUTES_KEPT);
    expect(minutes(after).at(0)).toBe(2 - MINUTES_KEPT);
  });

  it('are all that is kept where few were taken: a sample at their edge stays, an older one goes', () => {
    const old = [NOW_MINUTE - MINUTES_KEPT, NOW_MINUTE - MINUTES_KEPT + 1].map((minute) =>
      makeSample({ minute }),
    );
    expect(minutes(sample(makeSampledFleet(old), [0]))).toEqual([1 - MINUTES_KEPT, 0]);
  });

  it('hold what stood at their beginning, since when it did', () => {
    const owner_ranges = [-3, -2, -1].map((day) => ({
      minute: NOW_MINUTE - MINUTES_KEPT + day,
      value: [{ host_id: `h${day}`, bucket_min: 0, bucket_max: 1, pinned: false }],
    }));
    const kept = sample(makeSampledFleet(week, { owner_ranges }), [0, unwell]).owner_ranges;
    expect(kept).toEqual(owner_ranges.slice(-1));
  });
});
