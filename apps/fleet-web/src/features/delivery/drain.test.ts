import { describe, expect, it } from 'vitest';
import { type Drain, drainOf, drainParts } from './drain.ts';
import type { DueSample } from './due-history.ts';

const drainText = (drain: Drain) => drainParts(drain).join('');

/** A sample every 5 s over `seconds`, with as many due as the function says. */
function samplesOver(seconds: number, due: (second: number) => number): DueSample[] {
  return Array.from({ length: seconds / 5 + 1 }, (_, i) => ({
    atMs: i * 5_000,
    due: new Map([['webhook', Math.round(due(i * 5))]]),
  }));
}

const textOver = (seconds: number, due: (second: number) => number) =>
  drainText(drainOf(samplesOver(seconds, due), 'webhook'));

it('says nothing of a rate before it has watched for a minute', () => {
  expect(textOver(55, (second) => 100 - second)).toBe('collecting');
  expect(textOver(60, (second) => 100 - second)).not.toBe('collecting');
});

it('tells how fast a queue drains, and how long it will take', () => {
  // 77 − 11 a minute over three minutes leaves 44: four minutes more.
  expect(textOver(180, (second) => 77 - (11 * second) / 60)).toBe('↓ 11/min, about 4 min left');
});

it('tells how fast a queue grows', () => {
  expect(textOver(120, (second) => 10 + second / 2)).toBe('↑ growing 30/min');
});

it('calls it steady when it changes by less than one in two minutes', () => {
  expect(textOver(120, () => 40)).toBe('steady');
  expect(textOver(300, (second) => 40 + second / 200)).toBe('steady');
});

it('is not misled by one odd poll at the end', () => {
  expect(textOver(180, (second) => (second === 180 ? 45 : 40))).toBe('steady');
});

it('forgets after five minutes: a drain that has stopped is told no more', () => {
  expect(textOver(600, (second) => Math.max(50, 200 - second))).toBe('steady');
});

it('nothing due is neither steady nor draining', () => {
  expect(textOver(120, (second) => 120 - second)).toBe('nothing due');
});

it('says nothing of a queue that was not read now', () => {
  const samples = [...samplesOver(120, () => 40), { atMs: 125_000, due: new Map() }];
  expect(drainText(drainOf(samples, 'webhook'))).toBe('—');
  expect(drainText(drainOf([], 'webhook'))).toBe('—');
});

describe('the time left', () => {
  const left = (minutesLeft: number) => {
    const drain: Drain = { kind: 'draining', perMinute: 5, minutesLeft };
    return drainText(drain).split(', ')[1];
  };
  it.each([
    [0.9, 'under 1 min left'],
    [1, 'about 1 min left'],
    [119.4, 'about 119 min left'],
    [120, 'about 2 h left'],
    [72 * 60, 'about 3 days left'],
  ])('of %d minutes is %s', (minutes, text) => {
    expect(left(minutes)).toBe(text);
  });
});
