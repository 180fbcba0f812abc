import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createSnapshotCache } from './snapshot-cache.ts';

/** A read whose end the test decides. */
function controlledReads() {
  const pending: { resolve: (value: number) => void; reject: (error: Error) => void }[] = [];
  let begun = 0;
  const read = () => {
    begun += 1;
    return new Promise<number>((resolve, reject) => pending.push({ resolve, reject }));
  };
  const settle = async (act: (first: (typeof pending)[number]) => void) => {
    const first = pending.shift();
    if (first === undefined) throw new Error('no read is under way');
    act(first);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    read,
    begun: () => begun,
    succeed: (value: number) => settle((first) => first.resolve(value)),
    fail: () => settle((first) => first.reject(new Error('down'))),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function makeCache(ttlMs: number, random = 1) {
  const reads = controlledReads();
  const cache = createSnapshotCache({ ttlMs, read: reads.read, random: () => random });
  return {
    reads,
    cache,
    /** Asks, and lets the read that this begins succeed. */
    async take(value: number): Promise<void> {
      void cache.fresh();
      await reads.succeed(value);
    },
    /** Asks, and lets the read that this begins fail after a while. */
    async miss(afterMs = 0): Promise<void> {
      const attempt = Promise.allSettled([cache.fresh()]);
      await vi.advanceTimersByTimeAsync(afterMs);
      await reads.fail();
      await attempt;
    },
  };
}

describe('a cache of 5 s', () => {
  it('reads nothing while nobody asks', async () => {
    const { reads } = makeCache(5000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(reads.begun()).toBe(0);
  });

  it('serves 200 cold clients from one read', async () => {
    const { reads, cache } = makeCache(5000);
    const answers = Promise.all(Array.from({ length: 200 }, () => cache.fresh()));
    await reads.succeed(7);
    expect(await answers).toEqual(Array(200).fill(7));
    expect(reads.begun()).toBe(1);
  });

  it('answers from memory until there is just time left for two more reads and a pause', async () => {
    const { reads, cache, take } = makeCache(5000);
    await take(1);
    await vi.advanceTimersByTimeAsync(4749);
    expect(cache.fresh()).toBe(1);
    expect(reads.begun()).toBe(1);
  });

  it('then answers from memory and reads ahead, once for all who ask', async () => {
    const { reads, cache, take } = makeCache(5000);
    await take(1);
    await vi.advanceTimersByTimeAsync(4750);
    expect(cache.fresh()).toBe(1);
    expect(cache.fresh()).toBe(1);
    expect(reads.begun()).toBe(2);
    await reads.succeed(2);
    expect(cache.fresh()).toBe(2);
  });

  it.each([
    ['earlier by twice as long as the last read took', 5000, 300, 4150],
    ['no sooner than at the half of the life, however long reads take', 5000, 1200, 2500],
    ['no sooner than at the half of a short life', 400, 0, 200],
    ['no later than after 5 s, since the page asks as often', 9000, 0, 5000],
    ['at the half of a life that is longer than twice that', 30_000, 0, 15_000],
  ])('begins the next read %s', async (_, ttlMs, tookMs, refreshFromMs) => {
    const { reads, cache } = makeCache(ttlMs);
    void cache.fresh();
    await vi.advanceTimersByTimeAsync(tookMs);
    await reads.succeed(1);
    await vi.advanceTimersByTimeAsync(refreshFromMs - tookMs - 1);
    expect(cache.fresh()).toBe(1);
    expect(reads.begun()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(cache.fresh()).toBe(1);
    expect(reads.begun()).toBe(2);
    await vi.advanceTimersByTimeAsync(ttlMs - refreshFromMs);
    expect(cache.fresh()).toBeInstanceOf(Promise);
    await reads.succeed(2);
  });

  it("a read ahead that fails at once is followed by another by the end of the value's life", async () => {
    const { reads, cache, take } = makeCache(5000);
    await take(1);
    await vi.advanceTimersByTimeAsync(4750);
    expect(cache.fresh()).toBe(1);
    await reads.fail();
    await vi.advanceTimersByTimeAsync(249);
    expect(cache.fresh()).toBe(1);
    expect(reads.begun()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    void cache.fresh();
    expect(reads.begun()).toBe(3);
    await reads.succeed(3);
    expect(cache.fresh()).toBe(3);
  });

  it('never serves a value that has reached its age', async () => {
    const { reads, cache, take } = makeCache(5000);
    await take(1);
    await vi.advanceTimersByTimeAsync(5000);
    const next = cache.fresh();
    expect(next).toBeInstanceOf(Promise);
    await reads.succeed(2);
    expect(await next).toBe(2);
  });

  it('counts the age from the beginning of the read, not from its end', async () => {
    const { reads, cache } = makeCache(5000);
    void cache.fresh();
    await vi.advanceTimersByTimeAsync(3000);
    await reads.succeed(1);
    expect(cache.last()?.ageMs()).toBe(3000);
    await vi.advanceTimersByTimeAsync(2000);
    expect(cache.fresh()).toBeInstanceOf(Promise);
  });
});

describe('a cache of 0 s', () => {
  it('reads for every request', async () => {
    const { reads, cache } = makeCache(0);
    const first = cache.fresh();
    await reads.succeed(1);
    expect(await first).toBe(1);
    const second = cache.fresh();
    await reads.succeed(2);
    expect(await second).toBe(2);
  });

  it('gives requests that come during a read the result of one that began later, all of them the same', async () => {
    const { reads, cache } = makeCache(0);
    const first = cache.fresh();
    const during = [cache.fresh(), cache.fresh(), cache.fresh()];
    expect(reads.begun()).toBe(1);
    await reads.succeed(1);
    expect(reads.begun()).toBe(2);
    await reads.succeed(2);
    expect(await first).toBe(1);
    expect(await Promise.all(during)).toEqual([2, 2, 2]);
    expect(reads.begun()).toBe(2);
  });
});

describe('after a failed read', () => {
  it('tells all who waited', async () => {
    const { reads, cache } = makeCache(5000);
    const answers = Promise.allSettled([cache.fresh(), cache.fresh()]);
    await reads.fail();
    expect((await answers).map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
  });

  it('keeps the last value apart, and does not serve it as fresh', async () => {
    const { reads, cache, take } = makeCache(5000);
    await take(1);
    await vi.advanceTimersByTimeAsync(5000);
    const next = Promise.allSettled([cache.fresh()]);
    await reads.fail();
    expect((await next)[0]?.status).toBe('rejected');
    expect(cache.last()?.value).toBe(1);
    expect(cache.last()?.ageMs()).toBe(5000);
  });

  it('pauses 250 ms, then twice as long each time up to 4 s, and asks the database no sooner', async () => {
    const { reads, cache, miss } = makeCache(5000);
    for (const pauseMs of [250, 500, 1000, 2000, 4000, 4000]) {
      await miss();
      const begun = reads.begun();
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      await expect(cache.fresh()).rejects.toThrow('down');
      expect(reads.begun()).toBe(begun);
      await vi.advanceTimersByTimeAsync(1);
    }
  });

  it('counts the pause from the beginning of the read, so that one that hung is followed up soon', async () => {
    const { reads, cache, miss } = makeCache(5000);
    for (const hungMs of [0, 0, 0, 0, 2500]) {
      await miss(hungMs);
      if (hungMs === 0) await vi.advanceTimersByTimeAsync(4000);
    }
    const begun = reads.begun();
    await vi.advanceTimersByTimeAsync(1499);
    await expect(cache.fresh()).rejects.toThrow('down');
    await vi.advanceTimersByTimeAsync(1);
    void cache.fresh();
    expect(reads.begun()).toBe(begun + 1);
    await reads.succeed(1);
  });

  it('makes at most 30 attempts in a minute of outage, however many clients ask', async () => {
    const { reads, cache } = makeCache(5000, 0);
    for (let ms = 0; ms < 60_000; ms += 20) {
      const asked = reads.begun();
      const attempt = Promise.allSettled([cache.fresh()]);
      if (reads.begun() > asked) await reads.fail();
      await attempt;
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(reads.begun()).toBeGreaterThan(20);
    expect(reads.begun()).toBeLessThanOrEqual(30);
  });

  it('is well again with the first read that succeeds', async () => {
    const { cache, take, miss } = makeCache(5000);
    await miss();
    await vi.advanceTimersByTimeAsync(250);
    await take(3);
    expect(cache.fresh()).toBe(3);
  });
});
