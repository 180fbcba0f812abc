import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSnapshotCache } from './snapshot-cache.ts';
import { startWatching } from './start-watching.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A dashboard that is watched every `intervalMs`, and counts its reads. */
function dashboard({ intervalMs = 30 * SECOND, ttlMs = 5 * SECOND, isWell = (): boolean => true } = {}) {
  const failures: unknown[] = [];
  let reads = 0;
  const cache = createSnapshotCache({
    ttlMs,
    read: async () => {
      reads += 1;
      if (!isWell()) throw new Error('down');
      return reads;
    },
  });
  const { readNow: read, sinceReadMs } = cache;
  const end = startWatching({ intervalMs, read, sinceReadMs, onFailure: (error) => failures.push(error) });
  return { ask: cache.fresh, end, failures, reads: () => reads };
}

/** Lets time pass, with something done every so often. */
async function pass(ms: number, everyMs = ms, act: () => unknown = () => {}): Promise<void> {
  for (let passed = 0; passed < ms; passed += everyMs) {
    await vi.advanceTimersByTimeAsync(everyMs);
    act();
  }
}

describe('while the fleet can be read', () => {
  it('a dashboard that nobody asks reads twice a minute, and no more', async () => {
    const { reads } = dashboard();
    await pass(0);
    expect(reads()).toBe(1);
    await pass(10 * MINUTE);
    expect(reads()).toBe(1 + 20);
  });

  it('one that is asked every 5 s reads for those who ask, and not once more', async () => {
    const [watched, unwatched] = [dashboard(), dashboard({ intervalMs: 0 })];
    await pass(10 * MINUTE, 5 * SECOND, () => [watched.ask(), unwatched.ask()]);
    expect(watched.reads()).toBe(unwatched.reads());
  });

  it('a request now and then puts off the next read by itself', async () => {
    const { reads, ask } = dashboard();
    await pass(20 * SECOND);
    ask();
    await pass(29 * SECOND);
    expect(reads()).toBe(2);
    await pass(1 * SECOND);
    expect(reads()).toBe(3);
  });

  it('it is read although the last snapshot still serves for long', async () => {
    const { reads } = dashboard({ ttlMs: MINUTE });
    await pass(10 * MINUTE);
    expect(reads()).toBe(1 + 20);
  });

  it('0 reads once, and then only when asked', async () => {
    const { reads } = dashboard({ intervalMs: 0 });
    await pass(10 * MINUTE);
    expect(reads()).toBe(1);
  });

  it('once it has ended nothing is read', async () => {
    const { reads, end } = dashboard();
    await pass(MINUTE);
    end();
    await pass(10 * MINUTE);
    expect(reads()).toBe(3);
  });
});

describe('while it cannot be read', () => {
  const SINCE_START = [0, 1, 3, 7, 15, 31, 61, 91].map((sec) => sec * SECOND);

  it.each([0, 30 * SECOND])(
    'at the start it is tried ever more seldom, up to every 30 s (interval %i ms)',
    async (intervalMs) => {
      const { reads, failures } = dashboard({ intervalMs, isWell: () => false });
      const counts: number[] = [];
      for (const [i, atMs] of SINCE_START.entries()) {
        await pass(atMs - (SINCE_START[i - 1] ?? 0));
        counts.push(reads());
      }
      expect(counts).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(failures).toHaveLength(8);
    },
  );

  it('later it is tried every interval, as if it were well', async () => {
    let isWell = true;
    const { reads } = dashboard({ isWell: () => isWell });
    await pass(0);
    isWell = false;
    await pass(10 * MINUTE);
    expect(reads()).toBe(1 + 20);
  });

  it('at a shorter interval it is tried more and more seldom, and at the interval again once it is well', async () => {
    let isWell = true;
    const { reads } = dashboard({ intervalMs: 5 * SECOND, isWell: () => isWell });
    await pass(0);
    isWell = false;
    // After 5 s, then 5, 5, 5, 8, 16 and 30 s later.
    await pass((5 + 5 + 5 + 5 + 8 + 16 + 30) * SECOND);
    expect(reads()).toBe(1 + 7);
    isWell = true;
    await pass(30 * SECOND);
    expect(reads()).toBe(1 + 8);
    await pass(MINUTE);
    expect(reads()).toBe(1 + 8 + 12);
    isWell = false;
    await pass(20 * SECOND);
    expect(reads()).toBe(1 + 8 + 12 + 4);
  });
});
