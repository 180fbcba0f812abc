import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLogOutput, type LogLoss } from './log-output.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

type Answer = { error?: string; written?: number };

/** A device that answers each write as told: with an error, with part of it, or, past the list, with all of it. */
function makeDevice(answers: Answer[] = []) {
  const device = { text: '', writes: 0 };
  const losses: LogLoss[] = [];
  const output = createLogOutput({
    write: (bytes, done) => {
      device.writes += 1;
      const { error, written = error === undefined ? bytes.length : 0 } = answers.shift() ?? {};
      device.text += bytes.subarray(0, written).toString();
      queueMicrotask(() => done(error === undefined ? null : new Error(error), written));
    },
    onRecovered: (loss) => {
      losses.push(loss);
      output.write('lost some\n');
    },
  });
  return { device, losses, output };
}

const failing = (times: number): Answer[] => Array.from({ length: times }, () => ({ error: 'ENOSPC' }));

it('lines are written whole and in their order, however little the device takes at a time', async () => {
  const { device, output } = makeDevice([{ written: 2 }, { written: 1 }, { written: 3 }]);
  for (const line of ['one\n', 'two\n', 'three\n']) output.write(line);
  await vi.runAllTimersAsync();
  expect(device.text).toBe('one\ntwo\nthree\n');
});

it('a line that could not be written is written once the device takes it again', async () => {
  const { device, losses, output } = makeDevice(failing(3));
  output.write('one\n');
  output.write('two\n');
  await vi.advanceTimersByTimeAsync(1499);
  expect(device.text).toBe('');
  await vi.advanceTimersByTimeAsync(1);
  expect([device.text, losses]).toEqual(['one\ntwo\n', []]);
});

it('of a longer trouble the first 256 KB are kept, and how much was lost is told once, when it is over', async () => {
  const { device, losses, output } = makeDevice(failing(100));
  const line = `${'x'.repeat(1023)}\n`;
  for (let i = 0; i < 300; i++) output.write(line);
  await vi.advanceTimersByTimeAsync(10_000);
  output.write(line);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(losses).toEqual([{ lost_lines: 45, lost_bytes: 45 * 1024, lost_since: '1970-01-01T00:00:00.000Z' }]);
  expect(device.text).toBe(`${line.repeat(256)}lost some\n`);
  output.write('after\n');
  await vi.runAllTimersAsync();
  expect(device.text.endsWith('lost some\nafter\n')).toBe(true);
});

it('a device that fails for long is tried twice a second, whatever is written', async () => {
  const { device, output } = makeDevice(failing(10_000));
  const writing = setInterval(() => output.write('line\n'), 10);
  await vi.advanceTimersByTimeAsync(60_000);
  clearInterval(writing);
  expect(device.writes).toBeLessThanOrEqual(121);
});

it('the end waits until all is written, but no longer than it may take', async () => {
  const { device, output } = makeDevice(failing(1));
  output.write('last words\n');
  await Promise.all([output.settle(600), vi.advanceTimersByTimeAsync(500)]);
  expect(device.text).toBe('last words\n');

  const broken = makeDevice(failing(100));
  broken.output.write('unheard\n');
  await Promise.all([broken.output.settle(600), vi.advanceTimersByTimeAsync(600)]);
  expect([broken.device.text, broken.output.hangs()]).toEqual(['', false]);
});

it('a write that never comes back is told apart from one that failed', () => {
  const output = createLogOutput({ write: () => {}, onRecovered: () => {} });
  output.write('line\n');
  vi.advanceTimersByTime(250);
  expect(output.hangs()).toBe(false);
  vi.advanceTimersByTime(1);
  expect(output.hangs()).toBe(true);
});
