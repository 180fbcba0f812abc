import { expect, test } from 'vitest';
import type { DeliveryMotion } from '../scenarios/scenario.ts';
import { type QueueCounts, queueMoves } from './queue-step.ts';
import { seededRandom } from './seeded-random.ts';

/** The counts after each of `ticks` ticks. */
function run(motion: DeliveryMotion, start: QueueCounts, ticks: number): QueueCounts[] {
  const random = seededRandom(7);
  const history: QueueCounts[] = [];
  let now = start;
  for (let tick = 0; tick < ticks; tick++) {
    const moves = queueMoves(motion, start, now, random);
    now = {
      due: now.due + moves.enqueue - moves.deliver,
      delivered: now.delivered + moves.passThrough + moves.deliver - moves.forgetDelivered,
      failed: now.failed + moves.fail - moves.forgetFailed,
    };
    history.push(now);
  }
  return history;
}

const START = { due: 100, delivered: 60, failed: 5 };
const DAY_TICKS = 86_400;

test.each<DeliveryMotion>(['none', 'flowing', 'piling-up', 'draining', 'failing'])(
  'a queue that is %s never grows past three times its start, in a day',
  (motion) => {
    const history = run(motion, START, DAY_TICKS);
    const most = history.reduce((top, now) => Math.max(top, now.due + now.delivered + now.failed), 0);
    const least = history.reduce((low, now) => Math.min(low, now.due, now.delivered, now.failed), 0);
    expect(most).toBeLessThanOrEqual(3 * (START.due + START.delivered + START.failed));
    expect(least).toBeGreaterThanOrEqual(0);
  },
);

test('while deliveries flow none is due and none fails', () => {
  const start = { due: 0, delivered: 42, failed: 0 };
  expect(run('flowing', start, 600).at(-1)).toEqual(start);
});

test('a backlog without a worker never shrinks', () => {
  const dues = run('piling-up', START, 100).map(({ due }) => due);
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
  expect(dues.at(-1)).toBeGreaterThan(START.due);
});

test('a backlog that drains is gone within twenty ticks', () => {
  expect(run('draining', START, 20).at(-1)?.due).toBe(0);
});

test('while deliveries fail there is always a failure to see', () => {
  for (const { failed } of run('failing', START, 1_000)) expect(failed).toBeGreaterThanOrEqual(START.failed);
});

test('an empty queue stays empty', () => {
  const start = { due: 0, delivered: 0, failed: 0 };
  expect(run('none', start, 100).at(-1)).toEqual(start);
});
