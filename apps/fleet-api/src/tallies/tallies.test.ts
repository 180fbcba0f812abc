import { describe, expect, it } from 'vitest';
import { DatabaseFailure } from '../database/database-failure.ts';
import type { SnapshotCache } from '../snapshot/snapshot-cache.ts';
import { createTallies, type Tallies } from './tallies.ts';
import { tallyCache, tallyReads } from './tally-cache.ts';

const NO_TOKENS = () => ({ wrong: 0, paused: 0 });

/** The counts of one metric, by the values of their labels. */
function counts(tallies: Tallies, name: string): Record<string, number> {
  const samples = tallies.families().find((family) => family.name === name)?.samples ?? [];
  return Object.fromEntries(samples.map(({ labels, value }) => [Object.values(labels).join(' '), value]));
}

function cacheThat(fresh: () => string | Promise<string>): SnapshotCache<string> {
  return {
    fresh,
    readNow: async () => 'read',
    sinceReadMs: () => 0,
    last: () => undefined,
    isFailing: () => false,
  };
}

it('counts nothing before anything was done', () => {
  const tallies = createTallies(NO_TOKENS);
  expect(counts(tallies, 'fleet_reads_total')).toEqual({});
  expect(counts(tallies, 'fleet_http_requests_total')).toEqual({});
});

describe('reads', () => {
  it('are counted by source, and those that fail by their class as well', async () => {
    const tallies = createTallies(NO_TOKENS);
    const outcomes = [
      () => 'read',
      () => {
        throw new DatabaseFailure('denied', 'no');
      },
      () => {
        throw new TypeError('ours');
      },
    ];
    for (const outcome of outcomes)
      await tallyReads('snapshot', async () => outcome(), tallies)().catch(() => {});
    tallies.read('bucket_owners');
    expect(counts(tallies, 'fleet_reads_total')).toEqual({ snapshot: 3, bucket_owners: 1 });
    expect(counts(tallies, 'fleet_read_failures_total')).toEqual({
      'snapshot denied': 1,
      'snapshot internal': 1,
    });
  });

  it('give what they gave, and fail as they failed', async () => {
    const tallies = createTallies(NO_TOKENS);
    expect(await tallyReads('snapshot', async () => 'value', tallies)()).toBe('value');
    const failing = tallyReads('snapshot', () => Promise.reject(new TypeError('ours')), tallies);
    await expect(failing()).rejects.toThrow('ours');
  });
});

it('tells who found a snapshot in memory from who had to wait, also for one that failed', async () => {
  const tallies = createTallies(NO_TOKENS);
  expect(
    tallyCache(
      cacheThat(() => 'there'),
      tallies,
    ).fresh(),
  ).toBe('there');
  expect(
    await tallyCache(
      cacheThat(async () => 'later'),
      tallies,
    ).fresh(),
  ).toBe('later');
  await expect(
    tallyCache(
      cacheThat(() => Promise.reject(new Error('none'))),
      tallies,
    ).fresh(),
  ).rejects.toThrow('none');
  expect(counts(tallies, 'fleet_snapshot_requests_total')).toEqual({ memory: 1, read: 2 });
});

it('counts answers by route and status, and those that nobody waited for', () => {
  const tallies = createTallies(NO_TOKENS);
  tallies.answered('/api/fleet', 200);
  tallies.answered('/api/fleet', 200);
  tallies.answered('/api/fleet', 503);
  tallies.answered('other', null);
  expect(counts(tallies, 'fleet_http_requests_total')).toEqual({
    '/api/fleet 200': 2,
    '/api/fleet 503': 1,
    'other none': 1,
  });
});

it('tells of tokens what access control has counted', () => {
  const tallies = createTallies(() => ({ wrong: 3, paused: 1 }));
  expect(counts(tallies, 'fleet_tokens_refused_total')).toEqual({ wrong: 3, paused: 1 });
});
