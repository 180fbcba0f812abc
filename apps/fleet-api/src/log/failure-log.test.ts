import { pino } from 'pino';
import { expect, it } from 'vitest';
import { DatabaseFailure, type FailureClass } from '../database/database-failure.ts';
import { createFailureLog } from './failure-log.ts';

function makeLog() {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: createFailureLog(pino({}, { write: (line) => lines.push(JSON.parse(line)) })) };
}

const failure = (failureClass: FailureClass) => new DatabaseFailure(failureClass, 'no');

it('an outage is logged once when it begins and once when it ends', () => {
  const { lines, log } = makeLog();
  for (let i = 0; i < 1000; i++) log.report('snapshot', failure('unreachable'), `request-${i}`);
  log.report('snapshot', undefined, '');
  log.report('snapshot', undefined, '');
  expect(lines.map((line) => line.msg)).toEqual(['cannot be read', 'reads again']);
});

it('every request of an outage learns the id under which its cause was logged', () => {
  const { lines, log } = makeLog();
  expect(log.report('snapshot', failure('denied'), 'a')).toBe('a');
  expect(log.report('snapshot', failure('denied'), 'b')).toBe('a');
  expect(lines[0]).toMatchObject({ failure_id: 'a', failure_class: 'denied' });
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
