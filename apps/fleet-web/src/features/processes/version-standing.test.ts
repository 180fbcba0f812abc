import { expect, it } from 'vitest';
import { minorityVersions, standingKey } from './version-standing.ts';

const counted = (process_type: string, version: string, count: number) => ({ process_type, version, count });

it('sets apart what fewer processes of the same type run', () => {
  const found = minorityVersions([
    counted('monitor', '2.4.0', 3),
    counted('monitor', '2.5.0', 1),
    counted('deliverer', '2.5.0', 1),
  ]);
  expect([...found]).toEqual([[standingKey('monitor', '2.5.0'), { count: 1, usual: '2.4.0' }]]);
});

it('calls neither of two equal halves the odd one', () => {
  expect(minorityVersions([counted('monitor', '2.4.0', 2), counted('monitor', '2.5.0', 2)]).size).toBe(0);
});

it('is empty for a fleet of one version, and for an empty one', () => {
  expect(minorityVersions([counted('monitor', '2.4.0', 9)]).size).toBe(0);
  expect(minorityVersions([]).size).toBe(0);
});
