import { expect, it } from 'vitest';
import { countDrift } from './drift-count.ts';

const sites = (expected_statuses: number[], site_status: number, count = 1) => ({
  expected_statuses,
  site_status,
  count,
});

it.each([0, 1, 2])('a site of which status %i is expected drifts with any other', (expected) => {
  for (const status of [0, 1, 2, 3, -1]) {
    expect(countDrift([sites([expected], status)])).toBe(status === expected ? 0 : 1);
  }
});

it('sites that share expectation and status count one by one: 40 and 2, and not the 900 that are as expected', () => {
  expect(countDrift([sites([1], 2, 40), sites([1], 0, 2), sites([2], 2, 900)])).toBe(42);
});

it('each expectation that a site fails counts: 3 sites with 2 events are 6', () => {
  expect(countDrift([sites([2, 2], 1, 3)])).toBe(6);
});

it('of two events that call for different statuses one drifts', () => {
  expect(countDrift([sites([0, 2], 2)])).toBe(1);
});

it('without sites nothing drifts', () => {
  expect(countDrift([])).toBe(0);
});
