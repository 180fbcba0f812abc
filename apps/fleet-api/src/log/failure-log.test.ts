import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DatabaseFailure, type FailureClass } from '../database/database-failure.ts';
import { createFailureLog } from './failure-log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function makeLog() {
  const lines: Record<string, unknown>[] = [];
  return {
    lines,
    log: createFailureLog(
      pino({}, { write: (line) => lines.push(JSON.parse(line)) }),
      ({ failureClass }) => `how to mend ${failureClass}`,
    ),
  };
}

const failure = (failureClass: FailureClass) => new DatabaseFailure(failureClass, 'no');

it('an outage is logged once when it begins and once when it ends', () => {
  const { lines, log } = makeLog();
  for (let i = 0; i < 1000; i++) log.report('snapshot', failure('unreachable'), `request-${i}`);
  log.report('snapshot', undefined, '');
  log.report('snapshot', undefined, '');
  const told = 'the same failure met these requests, too';
  expect(lines.map((line) => line.msg)).toEqual(['cannot be read', told, 'reads again']);
});

it('every request of an outage learns the id under which its cause was logged', () => {
  const { lines, log } = makeLog();
  expect(log.report('snapshot', failure('denied'), 'a')).toBe('a');
  expect(log.report('snapshot', failure('denied'), 'b')).toBe('a');
  expect(lines[0]).toMatchObject({ failure_id: 'a', failure_class: 'denied', remedy: 'how to mend denied' });
});

it('another cause during an outage is logged as well', () => {
  const { lines, log } = makeLog();
  log.report('snapshot', failure('unreachable'), 'a');
  log.report('snapshot', failure('too_many_connections'), 'b');
  expect(lines.map((line) => line.failure_class)).toEqual(['unreachable', 'too_many_connections']);
});

it("the driver's own error is in the log", () => {
  const { lines, log } = makeLog();
  const cause = Object.assign(new Error("Access denied for user 'jetmon'"), { errno: 1045 });
  log.report('snapshot', new DatabaseFailure('denied', 'no', { cause }), 'a');
  expect(JSON.stringify(lines[0])).toContain("Access denied for user 'jetmon'");
});

it('whoever meets a failure that is known is named in the log by request id, within a second at first', () => {
  const { lines, log } = makeLog();
  for (const id of ['a', 'b', 'c']) log.report('snapshot', failure('denied'), id);
  vi.advanceTimersByTime(1000);
  expect(lines[1]).toMatchObject({ source: 'snapshot', failure_id: 'a', request_ids: ['b', 'c'], more: 0 });
});

it('is not named twice when the failure that it met first is its own', () => {
  const { lines, log } = makeLog();
  for (let i = 0; i < 3; i++) log.report('bucket_owners', failure('schema'), 'bucket_owners');
  log.flush();
  expect(lines).toHaveLength(1);
});

it('those who wait to be named are named when the failure ends, changes, or the process does', () => {
  const { lines, log } = makeLog();
  log.report('snapshot', failure('denied'), 'a');
  log.report('snapshot', failure('denied'), 'b');
  log.report('snapshot', failure('blocked'), 'c');
  log.report('snapshot', failure('blocked'), 'd');
  log.report('snapshot', undefined, '');
  log.report('snapshot', failure('blocked'), 'e');
  log.report('snapshot', failure('blocked'), 'f');
  log.flush();
  expect(lines.flatMap((line) => line.request_ids ?? [])).toEqual(['b', 'd', 'f']);
});

it('200 clients a second make fewer than 40 bounded lines in ten minutes', () => {
  const { lines, log } = makeLog();
  for (let second = 0; second < 600; second++) {
    const denied = failure('denied');
    for (let i = 0; i < 200; i++) log.report('snapshot', denied, `request-${second}-${i}`);
    vi.advanceTimersByTime(1000);
  }
  expect(lines.length).toBeLessThan(40);
  for (const line of lines) expect(JSON.stringify(line).length).toBeLessThan(25_000);
  const named = lines.reduce(
    (sum, { request_ids: ids, more }) => sum + (ids ? Object(ids).length + more : 0),
    1,
  );
  expect(named).toBeGreaterThan(110_000);
});

it('a failure that nobody has met for a minute is told anew', () => {
  const { lines, log } = makeLog();
  log.report('/fleet/assets', new Error('EIO'), 'a');
  vi.advanceTimersByTime(59_999);
  log.report('/fleet/assets', new Error('EIO'), 'b');
  vi.advanceTimersByTime(60_000);
  expect(log.report('/fleet/assets', new Error('EIO'), 'c')).toBe('c');
  expect(lines.filter((line) => line.msg === 'cannot be read').map((line) => line.failure_id)).toEqual([
    'a',
    'c',
  ]);
});
