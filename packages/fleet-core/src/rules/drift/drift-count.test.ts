import { expect, it } from 'vitest';
import { countDrift } from './drift-count.ts';

const open = (state: string, blog_id = '7', count = 1) => ({ blog_id, state, count });
const sites = (site_status: number, blog_id: string | null = null, count = 1) => ({
  blog_id,
  site_status,
  count,
});

it.each([
  ['Down', 2],
  ['Seems Down', 0],
  ['Warning', 1],
])('an open "%s" event calls for status %i, and any other is drift', (state, expected) => {
  for (const status of [0, 1, 2]) {
    expect(countDrift([open(state)], [sites(status, '7')])).toBe(status === expected ? 0 : 1);
  }
});

it('a site without an open event should be running', () => {
  expect(countDrift([], [sites(2, null, 40), sites(0, null, 2), sites(1, null, 900)])).toBe(42);
});

it('each pair of a site and an open event counts: 3 sites with 2 events are 6', () => {
  expect(countDrift([open('Down', '7', 2)], [sites(1, '7', 3)])).toBe(6);
});

it('of two events that call for different statuses one drifts', () => {
  expect(countDrift([open('Down'), open('Seems Down')], [sites(2, '7')])).toBe(1);
});

it('an event of a blog without an active site is no drift', () => {
  expect(countDrift([open('Down', '8')], [])).toBe(0);
});
