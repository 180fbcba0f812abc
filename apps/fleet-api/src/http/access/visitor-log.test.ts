import { pino } from 'pino';
import { expect, it } from 'vitest';
import { MOST_KNOWN_VISITORS } from '../../limits.ts';
import { createVisitorLog, type Visitor } from './visitor-log.ts';

const anna: Visitor = { token: 'anna', by: 'token', user: null };

function logWith() {
  let nowMs = 0;
  const lines: string[] = [];
  const log = createVisitorLog(pino({}, { write: (line) => lines.push(line) }), () => nowMs);
  return { log, lines, later: (ms: number) => (nowMs += ms) };
}

it('tells of a visitor once, and again after an hour without a request', () => {
  const { log, lines, later } = logWith();
  log.seen(anna, '10.0.0.1');
  later(3_599_999);
  log.seen(anna, '10.0.0.1');
  later(3_599_999);
  log.seen(anna, '10.0.0.1');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ...anna, address: '10.0.0.1' });
  later(3_600_000);
  log.seen(anna, '10.0.0.1');
  expect(lines).toHaveLength(2);
});

it('tells visitors apart by token, by how it was shown, and by whom a proxy says that they are', () => {
  const { log, lines } = logWith();
  for (const visitor of [anna, { ...anna, by: 'pass' }, { ...anna, user: 'bert' }] as const)
    log.seen(visitor, 'a');
  expect(lines).toHaveLength(3);
});

it('remembers so many, and forgets the one that has been still for the longest', () => {
  const { log, lines } = logWith();
  log.seen(anna, 'a');
  for (let i = 0; i < MOST_KNOWN_VISITORS; i++) log.seen({ ...anna, user: `user ${i}` }, 'a');
  log.seen(anna, 'a');
  expect(lines).toHaveLength(MOST_KNOWN_VISITORS + 2);
});
