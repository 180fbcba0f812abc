import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLimitLog } from './limit-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeLog() {
  const lines: Record<string, unknown>[] = [];
  return { lines, limits: createLimitLog(pino({}, { write: (line) => lines.push(JSON.parse(line)) })) };
}

it('a limit is told once when it is reached, and once, with how often, when it was not for a minute', () => {
  const { lines, limits } = makeLog();
  for (let second = 0; second < 90; second++) {
    for (let i = 0; i < 100; i++) limits.reached('connections', { most: 512 });
    vi.advanceTimersByTime(1000);
  }
  expect(lines).toMatchObject([{ limit: 'connections', most: 512, msg: 'a limit is reached' }]);
  vi.advanceTimersByTime(120_000);
  expect(lines.slice(1)).toMatchObject([
    { limit: 'connections', times: 9000, msg: 'the limit is no longer reached' },
  ]);
});

it('another limit is told for itself, and one that is reached anew is told anew', () => {
  const { lines, limits } = makeLog();
  limits.reached('a');
  limits.reached('b');
  vi.advanceTimersByTime(120_000);
  limits.reached('a');
  expect(lines.map((line) => [line.limit, line.times])).toEqual([
    ['a', undefined],
    ['b', undefined],
    ['a', 1],
    ['b', 1],
    ['a', undefined],
  ]);
});
