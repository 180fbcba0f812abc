import { expect, test } from 'vitest';
import { hostVariation } from './host-variation.ts';

test('neighbouring hosts differ, and each is the same in every run', () => {
  const values = ['jetmon-a', 'jetmon-b', 'jetmon-c', 'jetmon-d', 'jetmon-e', 'jetmon-f'].map(hostVariation);
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.5);
  for (const value of values) expect(value >= 0 && value < 1).toBe(true);
  expect(hostVariation('jetmon-a')).toBe(values[0]);
});
