import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { filterTest } from './filter-match.ts';
import { parseFilter } from './filter-text.ts';

const matches = (filter: string, overrides: Parameters<typeof makeProcess>[0] = {}) =>
  filterTest(parseFilter(filter))(makeProcess(overrides));

it('lets everything through when nothing is asked', () => {
  expect(matches('')).toBe(true);
});

it('finds a process by any part of what its row shows, whatever the case', () => {
  expect(matches('JETMON-A:mon')).toBe(true);
  expect(matches('draining', { state: 'draining' })).toBe(true);
  expect(matches('9-rc1', { version: '2.9-rc1' })).toBe(true);
  expect(matches('d-7', { delivery_owner_host: 'd-7' })).toBe(true);
  expect(matches('mauve', { health_status: 'mauve' })).toBe(true);
  expect(
    matches('timeout', { dependency_health: [{ name: 'x', status: 'red', last_error: 'i/o timeout' }] }),
  ).toBe(true);
  expect(matches('jetmon-b')).toBe(false);
});

it('wants every word and every key', () => {
  expect(matches('jetmon-a monitor type:mon')).toBe(true);
  expect(matches('jetmon-a deliverer')).toBe(false);
  expect(matches('type:monitor state:draining')).toBe(false);
});

it('takes either value of one key', () => {
  expect(matches('type:deliverer type:monitor')).toBe(true);
});

it.each([
  ['bucket:499', false],
  ['bucket:500', true],
  ['bucket:749', true],
  ['bucket:750', false],
  ['bucket:400-500', true],
  ['bucket:400-499', false],
  ['bucket:soon', false],
])('%s of a process with the buckets 500 to 749: %s', (filter, expected) => {
  expect(matches(filter, { bucket_min: 500, bucket_max: 749 })).toBe(expected);
});

it('finds no bucket in a process without any', () => {
  expect(matches('bucket:0', { bucket_min: null, bucket_max: null })).toBe(false);
});

it('finds versions by how they begin', () => {
  expect(matches('version:2.4', { version: '2.4.1' })).toBe(true);
  expect(matches('version:2.4', { version: '1.2.4' })).toBe(false);
});

it('knows the health by the word on screen and by the API’s', () => {
  expect(matches('health:healthy')).toBe(true);
  expect(matches('health:green')).toBe(true);
  expect(matches('health:stale', { stale: true, health_status: 'green' })).toBe(true);
  expect(matches('health:green', { stale: true, health_status: 'green' })).toBe(false);
  expect(matches('health:unknown', { health_status: '' })).toBe(true);
  expect(matches('health:mauve', { health_status: 'mauve' })).toBe(true);
});
