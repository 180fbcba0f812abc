import { describe, expect, it } from 'vitest';
import type { DueLook } from '../../domain/due-look.ts';
import { dueTrend } from './due-trend.ts';

const lookAt = (second: number, webhook: number | null): DueLook => ({
  at_ms: second * 1000,
  due: { webhook, alert: 0 },
});

/** A look every 5 s over `seconds`, with as many due as the function says. */
const looksOver = (seconds: number, due: (second: number) => number) =>
  Array.from({ length: seconds / 5 + 1 }, (_, i) => lookAt(i * 5, Math.round(due(i * 5))));

const trendOver = (seconds: number, due: (second: number) => number) =>
  dueTrend(looksOver(seconds, due), 'webhook');
const textOver = (seconds: number, due: (second: number) => number) => trendOver(seconds, due).text;

it('says nothing of a rate before it has watched for a minute', () => {
  expect(textOver(55, (second) => 100 - second)).toBe('collecting');
  expect(textOver(60, (second) => 100 - second)).not.toBe('collecting');
});

it('tells how fast a queue drains, and how long it will take', () => {
  // 77 − 11 a minute over three minutes leaves 44: four minutes more.
  const trend = trendOver(180, (second) => 77 - (11 * second) / 60);
  expect(trend).toMatchObject({ code: 'draining', due_per_min: -11, text: '↓ 11/min, about 4 min left' });
  expect(trend.empty_in_sec).toBeGreaterThan(230);
  expect(trend.empty_in_sec).toBeLessThan(250);
});

it('tells how fast a queue grows, and no time at which it would be empty', () => {
  expect(trendOver(120, (second) => 10 + second / 2)).toEqual({
    code: 'growing',
    due_per_min: 30,
    empty_in_sec: null,
    text: '↑ growing 30/min',
  });
});

it('calls it steady when it changes by less than one in two minutes', () => {
  expect(textOver(120, () => 40)).toBe('steady');
  expect(textOver(300, (second) => 40 + second / 200)).toBe('steady');
});

it('is not misled by one odd look at the end', () => {
  expect(textOver(180, (second) => (second === 180 ? 45 : 40))).toBe('steady');
});

it('nothing due is neither steady nor draining', () => {
  expect(textOver(120, (second) => 120 - second)).toBe('nothing due');
});

it('two looks a minute apart are enough for a rate', () => {
  expect(dueTrend([lookAt(0, 100), lookAt(60, 70)], 'webhook').text).toBe('↓ 30/min, about 2 min left');
});

it('says nothing of a queue that was not read now', () => {
  const notRead = { code: 'not_read', due_per_min: null, empty_in_sec: null, text: null };
  expect(dueTrend([...looksOver(120, () => 40), lookAt(125, null)], 'webhook')).toEqual(notRead);
  expect(dueTrend([], 'webhook')).toEqual(notRead);
});

it('passes over looks in which the queue could not be read', () => {
  const looks = [lookAt(0, 100), lookAt(30, null), lookAt(60, 70)];
  expect(dueTrend(looks, 'webhook').due_per_min).toBe(-30);
});

describe('the time left', () => {
  /** A queue that loses 5 a minute and has so many minutes left. */
  const left = (minutes: number) => {
    const due = (second: number) => 5 * (minutes + 5 - second / 60);
    const looks = [0, 60, 120, 180, 240, 300].map((second) => lookAt(second, due(second)));
    return dueTrend(looks, 'webhook').text?.split(', ')[1];
  };
  it.each([
    [0.9, 'under 1 min left'],
    [1.001, 'about 1 min left'],
    [119.4, 'about 119 min left'],
    [120.001, 'about 2 h left'],
    [72 * 60, 'about 3 days left'],
  ])('of %d minutes is %s', (minutes, text) => {
    expect(left(minutes)).toBe(text);
  });
});
