import { beforeEach, expect, it, vi } from 'vitest';
import { readOnDemand, TooManyReads } from './on-demand.ts';

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

function makeReads() {
  const ends: (() => void)[] = [];
  const read = vi.fn((key: string) => new Promise<string>((resolve) => ends.push(() => resolve(`${key}!`))));
  return { read, endFirst: () => ends.shift()?.() };
}

it('all who ask for the same share one read, and its result for as long as it is kept', async () => {
  const { read, endFirst } = makeReads();
  const ask = readOnDemand({ read, keptMs: 2000, mostKeys: 4 });
  const asked = [ask('a'), ask('a')];
  endFirst();
  expect(await Promise.all(asked)).toEqual(['a!', 'a!']);
  vi.advanceTimersByTime(1999);
  expect(await ask('a')).toBe('a!');
  expect(read).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  void ask('a');
  expect(read).toHaveBeenCalledTimes(2);
});

it('a read that outlasts the time for which results are kept is not begun a second time', () => {
  const { read } = makeReads();
  const ask = readOnDemand({ read, keptMs: 2000, mostKeys: 4 });
  void ask('a');
  vi.advanceTimersByTime(10_000);
  void ask('a');
  expect(read).toHaveBeenCalledTimes(1);
});

it('a failure is shared as a result is', async () => {
  const read = vi.fn(() => Promise.reject(new Error('down')));
  const ask = readOnDemand({ read, keptMs: 2000, mostKeys: 4 });
  await expect(ask('a')).rejects.toThrow('down');
  await expect(ask('a')).rejects.toThrow('down');
  expect(read).toHaveBeenCalledTimes(1);
});

it('what is asked for beyond the most that are kept is refused until one of them is forgotten', async () => {
  const { read, endFirst } = makeReads();
  const ask = readOnDemand({ read, keptMs: 2000, mostKeys: 2 });
  const first = ask('a');
  void ask('b');
  await expect(ask('c')).rejects.toThrow(TooManyReads);
  endFirst();
  await first;
  vi.advanceTimersByTime(2000);
  void ask('c');
  expect(read).toHaveBeenLastCalledWith('c');
});
