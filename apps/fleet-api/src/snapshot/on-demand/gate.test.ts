import type { RangeReadings } from 'fleet-core/domain/range-readings';
import { makeGateQuestion, makeRangeReadings } from 'fleet-core/testing/gate-of';
import { judge } from 'fleet-core/testing/judge';
import { pinnedFleet } from 'fleet-core/testing/states/base-fleets';
import { beforeEach, expect, it, vi } from 'vitest';
import { encodeBody } from '../bytes/encoded-body.ts';
import type { TakenSnapshot } from '../take-snapshot.ts';
import { createGate } from './gate.ts';
import { TooManyReads } from './on-demand.ts';

const TAKEN: TakenSnapshot = {
  snapshot: judge(pinnedFleet(), {}, 'pinned'),
  body: encodeBody(Buffer.from('{}')),
};

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function makeGate(
  readRange: () => Promise<RangeReadings>,
  fresh: () => TakenSnapshot | Promise<TakenSnapshot> = () => TAKEN,
) {
  const read = vi.fn(readRange);
  return {
    ask: createGate({ cache: { fresh }, readRange: read, timeoutMs: 3000 }),
    read,
  };
}

const rollback = (min: number, max: number) => makeGateQuestion({ for: 'rollback', buckets: { min, max } });

it('a question about the fleet reads no range', async () => {
  const { ask, read } = makeGate(async () => makeRangeReadings());
  expect(await ask(makeGateQuestion({ for: 'advance' }))).toMatchObject({ ok: true, code: 'pass' });
  expect(read).not.toHaveBeenCalled();
});

it('all who ask about one range within two seconds share one read of it', async () => {
  const { ask, read } = makeGate(async () => makeRangeReadings());
  await Promise.all([ask(rollback(0, 99)), ask(rollback(0, 99))]);
  await vi.advanceTimersByTimeAsync(1999);
  await ask(rollback(0, 99));
  expect(read.mock.calls).toEqual([[{ min: 0, max: 99 }]]);
  await vi.advanceTimersByTimeAsync(1);
  await ask(rollback(0, 99));
  expect(read).toHaveBeenCalledTimes(2);
});

it('a fifth range at a time is refused', async () => {
  const { ask } = makeGate(async () => makeRangeReadings());
  for (const min of [0, 1, 2, 3]) await ask(rollback(min, 99));
  await expect(ask(rollback(4, 99))).rejects.toThrow(TooManyReads);
});

it('a range that is not read in time leaves its checks unknown, and what the snapshot tells stands', async () => {
  const { ask } = makeGate(() => new Promise(() => {}));
  const answer = ask(rollback(0, 99));
  await vi.advanceTimersByTimeAsync(3000);
  const { code, checks } = await answer;
  expect(code).toBe('fail');
  expect(checks.map((check) => [check.code, check.ok])).toEqual([
    ['no_owner_row', true],
    ['no_active_monitor', false],
    ['drift', null],
  ]);
});

it('the time that the snapshot took is not there for the range', async () => {
  const slow = () => new Promise<TakenSnapshot>((resolve) => setTimeout(() => resolve(TAKEN), 2900));
  const { ask, read } = makeGate(() => new Promise(() => {}), slow);
  const answer = ask(rollback(0, 99));
  await vi.advanceTimersByTimeAsync(2900);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(100);
  expect((await answer).checks.at(-1)).toMatchObject({ code: 'drift', ok: null });
});

it('without a present snapshot there is no answer, however it fails', async () => {
  const never = makeGate(
    async () => makeRangeReadings(),
    () => new Promise(() => {}),
  );
  const late = expect(never.ask(makeGateQuestion({}))).rejects.toThrow('no snapshot within 3000 ms');
  await vi.advanceTimersByTimeAsync(3000);
  await late;
  const down = makeGate(
    async () => makeRangeReadings(),
    () => Promise.reject(new Error('down')),
  );
  await expect(down.ask(makeGateQuestion({}))).rejects.toThrow('down');
});
