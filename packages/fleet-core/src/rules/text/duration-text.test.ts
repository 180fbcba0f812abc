import { describe, expect, it } from 'vitest';
import { durationText, limitText, pastLimitText } from './duration-text.ts';

describe('a span', () => {
  it.each([
    [-5, '0s'],
    [0, '0s'],
    [59.9, '59s'],
    [119, '119s'],
    [120, '2m'],
    [3599, '59m'],
    [3600, '1h'],
    [3659, '1h'],
    [3660, '1h 1m'],
    [86_399, '23h 59m'],
    [86_400, '1d'],
    [90_000, '1d 1h'],
    [10 * 86_400, '10d'],
  ])('of %d s is told in whole units, rounded down: %s', (sec, text) => {
    expect(durationText(sec)).toBe(text);
  });
});

describe('a limit', () => {
  it.each([
    [0, '0s'],
    [45, '45s'],
    [90, '90s'],
    [60, '1m'],
    [600, '10m'],
    [5400, '90m'],
    [3600, '1h'],
    [28_800, '8h'],
    [86_400, '1d'],
    [172_800, '2d'],
    [90_000, '25h'],
  ])('of %d s is told exactly as it was set: %s', (sec, text) => {
    expect(limitText(sec)).toBe(text);
  });
});

it('what is past a limit never looks as if it were at it', () => {
  expect(pastLimitText(840, 600)).toBe('14m (limit 10m)');
  expect(pastLimitText(601, 600)).toBe('just over 10m (limit 10m)');
});
