import { describe, expect, it } from 'vitest';
import type { SiteChecks } from '../../domain/site-checks.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeBucketActivity, makeSiteChecks } from '../../testing/make/make-site-checks.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { isPastGrace, judgeSiteActivity } from './site-activity.ts';

const claim = (host_id: string, bucket_min: number, bucket_max: number) => ({
  host_id,
  bucket_min,
  bucket_max,
});
const processes = (...hosts: string[]) =>
  judgeProcesses(
    hosts.map((host_id) => makeProcessHealth({ host_id, started_at_ms: NOW_MS - 86_400_000 })),
    NOW_MS,
    600,
  );

function judge(
  checks: Partial<SiteChecks>,
  claims = [claim('a', 0, 9)],
  running = processes('a'),
  thresholds: Partial<Thresholds> = {},
) {
  return judgeSiteActivity(makeReading(makeSiteChecks(checks)), claims, running, makeThresholds(thresholds));
}

const late = (bucket_no: number, ageMs = 900_001) =>
  makeBucketActivity(bucket_no, { newest_check_ms: NOW_MS - ageMs });
const fresh = (bucket_no: number) => makeBucketActivity(bucket_no);
const uncheckedOf = (judged: ReturnType<typeof judge>) => judged.section.unchecked;

describe('a bucket is unchecked', () => {
  it.each([
    [899_999, []],
    [900_000, []],
    [900_001, [{ min: 3, max: 3 }]],
  ])('when its newest check is %i ms old, by a grace of 900 s: %j', (ageMs, unchecked) => {
    expect(uncheckedOf(judge({ buckets: [late(3, ageMs)] }))).toEqual(unchecked);
  });

  it('when none of its sites was ever checked', () => {
    const buckets = [makeBucketActivity(3, { newest_check_ms: null })];
    expect(uncheckedOf(judge({ buckets }))).toEqual([{ min: 3, max: 3 }]);
  });

  it.each([
    [3_600_000, []],
    [3_600_001, [{ min: 3, max: 3 }]],
  ])('whose sites are to be checked every 30 minutes, after twice that: %i ms', (ageMs, unchecked) => {
    const buckets = [{ ...late(3, ageMs), shortest_interval_min: 30 }];
    expect(uncheckedOf(judge({ buckets }))).toEqual(unchecked);
  });

  it.each([5, 0, null])(
    'by the grace, where twice the interval is shorter or not known: %s min',
    (interval) => {
      const buckets = [{ ...late(3), shortest_interval_min: interval }];
      expect(uncheckedOf(judge({ buckets }))).toEqual([{ min: 3, max: 3 }]);
    },
  );

  it.each([
    [900_000, []],
    [900_001, [{ min: 3, max: 3 }]],
  ])('only once its owner has run for as long: monitor up for %i ms', (upMs, unchecked) => {
    const rows = [makeProcessHealth({ host_id: 'a', started_at_ms: NOW_MS - upMs })];
    const judged = judge({ buckets: [late(3, 5_000_000)] }, undefined, judgeProcesses(rows, NOW_MS, 600));
    expect(uncheckedOf(judged)).toEqual(unchecked);
    expect(judged.owners).toMatchObject([{ waived_count: unchecked.length === 0 ? 1 : 0 }]);
  });

  it('by a monitor that does not say when it started, which has run for ever', () => {
    const rows = [makeProcessHealth({ host_id: 'a', started_at_ms: null })];
    const judged = judge({ buckets: [late(3)] }, undefined, judgeProcesses(rows, NOW_MS, 600));
    expect(uncheckedOf(judged)).toHaveLength(1);
  });

  it('by the longest-running of the monitors on a host', () => {
    const rows = [
      makeProcessHealth({ host_id: 'a', started_at_ms: NOW_MS - 1000 }),
      makeProcessHealth({ host_id: 'a', process_id: 'a:other', started_at_ms: NOW_MS - 3_600_000 }),
    ];
    const judged = judge({ buckets: [late(3)] }, undefined, judgeProcesses(rows, NOW_MS, 600));
    expect(uncheckedOf(judged)).toHaveLength(1);
  });

  it('as of the time of the reading: an old reading does not make it so', () => {
    const reading = makeReading(makeSiteChecks({ buckets: [late(3, 950_000)] }), {
      read_at_ms: NOW_MS - 60_000,
    });
    const judged = judgeSiteActivity(reading, [claim('a', 0, 9)], processes('a'), makeThresholds());
    expect(uncheckedOf(judged)).toEqual([]);
    expect(judged.section.checked_at).toBe('2026-04-30T13:59:00Z');
  });
});

describe('buckets that v2 does not own raise nothing', () => {
  it.each([
    ['nobody claims them', [claim('a', 0, 2)], processes('a')],
    ['their owner has no process', [claim('x', 0, 9)], processes('a')],
    [
      'their owner has stopped',
      [claim('a', 0, 9)],
      judgeProcesses([makeProcessHealth({ host_id: 'a', state: 'stopped' })], NOW_MS, 600),
    ],
    [
      'their owner is silent',
      [claim('a', 0, 9)],
      judgeProcesses([makeProcessHealth({ host_id: 'a', updated_at_ms: NOW_MS - 601_000 })], NOW_MS, 600),
    ],
    [
      'their owner runs a deliverer only',
      [claim('a', 0, 9)],
      judgeProcesses([makeProcessHealth({ host_id: 'a', process_type: 'deliverer' })], NOW_MS, 600),
    ],
    ['the claim is upside down', [claim('a', 9, 0)], processes('a')],
  ])('%s', (_, claims, running) => {
    const judged = judge({ buckets: [late(3)] }, claims, running);
    expect(judged.section).toMatchObject({ buckets_with_sites: 1, unchecked_buckets: 0, unchecked: [] });
  });
});

describe('each owner', () => {
  it('is told with the buckets that it owns, at the edges of its range and within', () => {
    const buckets = [late(4), late(5), fresh(7), late(9), late(10)];
    const { owners, owned_count } = judge({ buckets }, [claim('a', 5, 9)]);
    expect(owners).toMatchObject([
      { host_id: 'a', bucket_count: 3, unchecked: [{ bucket_no: 5 }, { bucket_no: 9 }] },
    ]);
    expect(owned_count).toBe(3);
  });

  it('that claims twice is one, and a bucket in both claims counts once', () => {
    const { owners } = judge({ buckets: [late(1), late(5), late(8)] }, [claim('a', 0, 5), claim('a', 5, 9)]);
    expect(owners).toMatchObject([{ host_id: 'a', bucket_count: 3 }]);
  });

  it('is told since when: the check, or the start where that is later, and the limit after it', () => {
    const rows = (started_at_ms: number | null) =>
      judgeProcesses([makeProcessHealth({ host_id: 'a', started_at_ms })], NOW_MS, 600);
    const sinceOf = (buckets: SiteChecks['buckets'], started_at_ms: number | null) =>
      judge({ buckets }, undefined, rows(started_at_ms)).owners[0]?.unchecked[0]?.since_ms;
    const never = makeBucketActivity(3, { newest_check_ms: null });
    expect(sinceOf([late(3, 1_000_000)], NOW_MS - 5_000_000)).toBe(NOW_MS - 100_000);
    expect(sinceOf([late(3, 5_000_000)], NOW_MS - 1_000_000)).toBe(NOW_MS - 100_000);
    expect(sinceOf([never], NOW_MS - 1_000_000)).toBe(NOW_MS - 100_000);
    expect(sinceOf([never], null)).toBeNull();
  });

  it('of overlapping claims leaves the same bucket unchecked, which the section counts once', () => {
    const { section, owners } = judge(
      { buckets: [late(3)] },
      [claim('a', 0, 9), claim('b', 3, 3)],
      processes('a', 'b'),
    );
    expect(owners).toHaveLength(2);
    expect(section).toMatchObject({ unchecked_buckets: 1, unchecked: [{ min: 3, max: 3 }] });
  });
});

describe('the section', () => {
  it('lists unchecked buckets as ranges, whatever the order of the rows', () => {
    const { section } = judge({ buckets: [late(7), late(3), late(4), fresh(5)] });
    expect(section).toEqual({
      buckets_with_sites: 4,
      unchecked_buckets: 3,
      unchecked: [
        { min: 3, max: 4 },
        { min: 7, max: 7 },
      ],
      sites_outside_buckets: 0,
      checked_at: '2026-04-30T14:00:00Z',
    });
  });

  it.each([
    ['that could not be read', failedReading(), 1000, 'site activity could not be read'],
    [
      'of an older schema',
      makeReading(null),
      1000,
      'this database does not tell when sites were last checked',
    ],
    ['without a bucket total', makeReading(null), 0, 'BUCKET_TOTAL is 0, so there are no buckets to look at'],
  ])('%s has no numbers, and says so', (_, reading, bucket_total, error) => {
    const judged = judgeSiteActivity(
      reading,
      [claim('a', 0, 9)],
      processes('a'),
      makeThresholds({ bucket_total }),
    );
    expect(judged).toEqual({
      section: {
        error,
        buckets_with_sites: null,
        unchecked_buckets: null,
        unchecked: [],
        sites_outside_buckets: null,
        checked_at: null,
      },
      owned_count: 0,
      owners: [],
    });
  });
});

it('a bucket is worth asking for its intervals past the grace, not at it, and when it was never checked', () => {
  expect(isPastGrace(NOW_MS - 900_000, NOW_MS, 900)).toBe(false);
  expect(isPastGrace(NOW_MS - 900_001, NOW_MS, 900)).toBe(true);
  expect(isPastGrace(null, NOW_MS, 900)).toBe(true);
});
