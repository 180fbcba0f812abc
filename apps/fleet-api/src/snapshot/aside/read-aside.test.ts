import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readAside } from './read-aside.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  return () => vi.useRealTimers();
});

const EXPENSIVE_FROM_MS = 125;
const TOO_SLOW = new Error('too slow');

/** A read that works as long as told, in pieces, and then gives how many it was or fails; the clock is the test's own. */
function makeAside({
  expensiveFromMs = EXPENSIVE_FROM_MS,
  restAtLeastMs = 0,
  isWaitedFor,
}: {
  expensiveFromMs?: number;
  restAtLeastMs?: number;
  isWaitedFor?: boolean;
} = {}) {
  const started: number[] = [];
  const told = { pieces: [0], error: null as Error | null };
  let running = 0;
  let most = 0;
  const look = readAside({
    async read(_, { breathe }) {
      started.push(Date.now());
      const count = started.length;
      running += 1;
      most = Math.max(most, running);
      const { pieces, error } = { ...told };
      for (const [place, ms] of pieces.entries()) {
        if (place > 0) await breathe();
        await new Promise((resolve) => setTimeout(resolve, ms));
      }
      running -= 1;
      if (error !== null) throw error;
      return count;
    },
    deadlineMs: 2500,
    expensiveFromMs,
    restAtLeastMs,
    isTooSlow: (error) => error === TOO_SLOW,
    ...(isWaitedFor === undefined ? {} : { isWaitedFor }),
  });
  /** What a snapshot gets now, and how long it waits for that. */
  const ask = async (remainingMs = 2500) => {
    const fromMs = Date.now();
    let answer: string | undefined;
    let waitedMs = 0;
    look({ nowMs: fromMs, remainingMs: () => remainingMs }).then(
      ({ reading }) => {
        answer = reading === undefined ? 'nothing' : `${reading.value} of ${reading.read_at_ms}`;
        waitedMs = Date.now() - fromMs;
      },
      (error: Error) => {
        answer = error.message;
        waitedMs = Date.now() - fromMs;
      },
    );
    await vi.advanceTimersByTimeAsync(0);
    while (answer === undefined) await vi.advanceTimersByTimeAsync(1);
    return { answer, waitedMs };
  };
  return { ask, told, started, most: () => most };
}

const goOn = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('a cheap read is part of every snapshot', async () => {
  const { ask, told } = makeAside();
  told.pieces = [EXPENSIVE_FROM_MS - 1];
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 124 });
  expect(await ask()).toEqual({ answer: '2 of 124', waitedMs: 124 });
});

it('a cheap read rests as long as it is told to, and a failure is tried again at once', async () => {
  const { ask, told } = makeAside({ restAtLeastMs: 7500 });
  told.pieces = [5];
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 5 });
  await goOn(7499);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  await goOn(1);
  told.error = new Error('broken');
  expect(await ask()).toEqual({ answer: 'broken', waitedMs: 5 });
  told.error = null;
  expect(await ask()).toEqual({ answer: '3 of 7510', waitedMs: 5 });
});

it('a first read is waited for a while, and then goes on in the background: until it ends nothing is known', async () => {
  const { ask, told, started } = makeAside();
  told.pieces = [1500];
  expect(await ask()).toEqual({ answer: 'nothing', waitedMs: 1250 });
  expect(await ask()).toEqual({ answer: 'nothing', waitedMs: 0 });
  await goOn(250);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  expect(started).toEqual([0]);
});

it('a snapshot that must be quick waits for half of what it has left', async () => {
  const { ask, told } = makeAside();
  told.pieces = [126];
  expect(await ask(250)).toEqual({ answer: 'nothing', waitedMs: 125 });
});

it('an expensive read is not waited for again: the last reading stands, with its time, until there is a newer one', async () => {
  const { ask, told, started } = makeAside();
  told.pieces = [EXPENSIVE_FROM_MS];
  await ask();
  await goOn(19 * EXPENSIVE_FROM_MS - 1);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  expect(started).toHaveLength(1);
  await goOn(1);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  expect(started).toEqual([0, 2500]);
  await goOn(EXPENSIVE_FROM_MS);
  expect(await ask()).toEqual({ answer: '2 of 2500', waitedMs: 0 });
});

it('after a rest of 20 s a read begins by itself, once, if somebody has asked meanwhile; after a shorter one it waits for that', async () => {
  for (const [workMs, reads] of [
    [1052, 1],
    [1053, 2],
  ] as const) {
    const { ask, told, started } = makeAside();
    told.pieces = [workMs];
    await ask();
    await ask();
    await goOn(600_000);
    expect(started).toHaveLength(reads);
  }
});

it('when nobody asks, an expensive read is not taken anew', async () => {
  const { ask, told, started } = makeAside();
  told.pieces = [1200];
  await ask();
  await goOn(600_000);
  expect(started).toHaveLength(1);
});

it('one read at a time, however many ask', async () => {
  const { ask, told, most } = makeAside();
  told.pieces = [2000];
  for (let ms = 0; ms < 120_000; ms += 500) {
    await ask();
    await goOn(500);
  }
  expect(most()).toBe(1);
});

it.each([
  ['one piece', [2000]],
  ['pieces', Array(40).fill(500)],
])('at most 5 % of the time is spent in an expensive read: %s', async (_, pieces) => {
  const { ask, told, started } = makeAside();
  told.pieces = pieces;
  const workMs = pieces.reduce((sum: number, ms: number) => sum + ms, 0);
  for (let ms = 0; ms < 3_600_000; ms += 5000) {
    await ask();
    await goOn(5000);
  }
  expect(started.length * workMs).toBeLessThanOrEqual(Date.now() * 0.05 + workMs);
  expect(started.length * workMs).toBeGreaterThanOrEqual(Date.now() * 0.04);
});

it.each([125, 1052, 1053, 1600, 2500])(
  'a read of %i ms, watched every 30 s, never stands for over a minute',
  async (workMs) => {
    const { ask, told } = makeAside();
    told.pieces = [workMs];
    await ask();
    await goOn(30_000);
    for (let look = 0; look < 100; look++) {
      const { answer } = await ask();
      expect(Date.now() - Number(answer.split(' of ')[1])).toBeLessThanOrEqual(60_000);
      await goOn(30_000);
    }
  },
);

it('a reading that would be too old is waited for, if the last one took no longer than a snapshot may wait', async () => {
  const { ask, told } = makeAside();
  told.pieces = [1000];
  await ask();
  await goOn(49_000);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  await goOn(100_000);
  expect(await ask()).toEqual({ answer: '3 of 150000', waitedMs: 1000 });
});

it('a read that is too slow is no failure: the last reading stands, and it is tried again after its rest', async () => {
  const { ask, told, started } = makeAside();
  await ask();
  told.pieces = [2000];
  told.error = TOO_SLOW;
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 1250 });
  await goOn(750);
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
  await goOn(37_999);
  expect(started).toHaveLength(2);
  await goOn(1);
  expect(started).toHaveLength(3);
});

it('any other failure is told at once, and tried again with the next snapshot, which waits for it', async () => {
  const { ask, told } = makeAside();
  told.pieces = [200];
  await ask();
  await goOn(20 * 200);
  told.error = new Error('gone');
  await ask();
  await goOn(200);
  expect(await ask()).toMatchObject({ answer: 'gone' });
  told.error = null;
  expect(await ask()).toMatchObject({ answer: expect.stringMatching(/^4 of /), waitedMs: 200 });
});

it('where everything is asked anew each time, each read is waited for until the deadline', async () => {
  const { ask, told } = makeAside({ expensiveFromMs: Number.POSITIVE_INFINITY });
  told.pieces = [2400];
  expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 2400 });
  expect(await ask()).toEqual({ answer: '2 of 2400', waitedMs: 2400 });
  told.pieces = [2501];
  expect(await ask()).toEqual({ answer: '2 of 2400', waitedMs: 2500 });
});

describe('what is read for whoever asks for this very reading', () => {
  it('is waited for until the deadline, and no longer, by all who ask meanwhile', async () => {
    const { ask, told, started } = makeAside({ isWaitedFor: true });
    told.pieces = [3000];
    expect(await ask()).toEqual({ answer: 'nothing', waitedMs: 2500 });
    expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 500 });
    expect(started).toHaveLength(1);
  });

  it('rests as long as any other read, while its last reading stands', async () => {
    const { ask, told, started } = makeAside({ isWaitedFor: true });
    told.pieces = [2000];
    expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 2000 });
    await goOn(19 * 2000 - 1);
    expect(await ask()).toEqual({ answer: '1 of 0', waitedMs: 0 });
    await goOn(1);
    expect(await ask()).toEqual({ answer: '2 of 40000', waitedMs: 2000 });
    expect(started).toHaveLength(2);
  });

  it('is not read again of its own accord, however long it has rested', async () => {
    const { ask, told, started } = makeAside({ isWaitedFor: true });
    told.pieces = [2000];
    await ask();
    await ask();
    await goOn(600_000);
    expect(started).toHaveLength(1);
  });
});
