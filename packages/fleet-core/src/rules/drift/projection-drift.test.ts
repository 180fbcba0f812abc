import { expect, it } from 'vitest';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProjectionDrift } from './projection-drift.ts';

it('no drift is green, and says when it was counted', () => {
  const reading = makeReading(makeDrift(0), { read_at_ms: NOW_MS - 30_000 });
  expect(judgeProjectionDrift(reading, 1000, NOW_MS)).toEqual({
    status: 'green',
    count: 0,
    rule: 'pairs',
    checked_at: '2026-04-30T13:59:30Z',
  });
});

it('a single site that differs is red', () => {
  expect(judgeProjectionDrift(makeReading(makeDrift(1)), 1000, NOW_MS)).toMatchObject({
    status: 'red',
    count: 1,
  });
});

it('the rule by which sites were counted is told', () => {
  expect(judgeProjectionDrift(makeReading(makeDrift(0, 'sites')), 1000, NOW_MS)).toMatchObject({
    rule: 'sites',
  });
});

it('drift that could not be read is red and has no count, not zero', () => {
  expect(judgeProjectionDrift(failedReading(), 1000, NOW_MS)).toEqual({
    status: 'red',
    count: null,
    rule: null,
    error: 'projection drift could not be read',
    checked_at: null,
  });
});

it('drift that was not counted although there is a bucket total is red', () => {
  expect(judgeProjectionDrift(makeReading(null), 1000, NOW_MS)).toMatchObject({ status: 'red', count: null });
});

it.each([0, -1])(
  'with BUCKET_TOTAL %i drift is amber with no count, and the message names the number',
  (total) => {
    expect(judgeProjectionDrift(makeReading(null), total, NOW_MS)).toEqual({
      status: 'amber',
      count: null,
      rule: null,
      error: `BUCKET_TOTAL is ${total}; set it to the number of buckets so that drift can be counted`,
      checked_at: null,
    });
  },
);

it('without a bucket total a failed read of drift stays amber', () => {
  expect(judgeProjectionDrift(failedReading(), 0, NOW_MS)).toMatchObject({ status: 'amber', count: null });
});

it('a fleet of one bucket has its drift judged', () => {
  expect(judgeProjectionDrift(makeReading(makeDrift(0)), 1, NOW_MS)).toMatchObject({
    status: 'green',
    count: 0,
  });
});

it('no drift is green for a minute after it was counted, then amber with its age, though the count is told', () => {
  const countedAgo = (ms: number) =>
    judgeProjectionDrift(makeReading(makeDrift(0), { read_at_ms: NOW_MS - ms }), 1000, NOW_MS);
  expect(countedAgo(60_000)).toMatchObject({ status: 'green', count: 0 });
  expect(countedAgo(60_001)).toEqual({
    status: 'amber',
    count: 0,
    rule: 'pairs',
    error: 'no site differed 60s ago, which is too long ago to go by',
    checked_at: '2026-04-30T13:58:59Z',
  });
});

it('drift stays red however long ago it was counted', () => {
  const reading = makeReading(makeDrift(1), { read_at_ms: NOW_MS - 600_000 });
  expect(judgeProjectionDrift(reading, 1000, NOW_MS)).toMatchObject({ status: 'red', count: 1 });
});

it('drift that takes too long to count is not known, which is amber and neither red nor zero', () => {
  const reading = { ...failedReading(), is_too_slow: true } as const;
  expect(judgeProjectionDrift(reading, 1000, NOW_MS)).toEqual({
    status: 'amber',
    count: null,
    rule: null,
    error: 'projection drift is not counted yet: the sites take long to read',
    checked_at: null,
  });
  expect(judgeProjectionDrift(reading, 0, NOW_MS)).toMatchObject({ status: 'amber', count: null });
});
