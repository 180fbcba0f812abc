import { expect, it } from 'vitest';
import { exactTerm, FILTER_KEYS, type FilterKey } from '../../../components/handle/filter-keys.ts';
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

it('finds processes by what they depend on, and by whom they deliver for', () => {
  const dependency_health = [{ name: 'veriflier:eu', status: 'red' }];
  expect(matches('dependency:veriflier', { dependency_health })).toBe(true);
  expect(matches('dependency:mysql', { dependency_health })).toBe(false);
  expect(matches('delivery-owner:d-7', { delivery_owner_host: 'jetmon-d-7' })).toBe(true);
});

it.each([
  ['host:=eu-1', 'eu-1', true],
  ['host:=EU-1', 'eu-1', true],
  ['host:=eu-1', 'eu-10', false],
  ['host:=eu-1', 'old-eu-1', false],
  ['host:=""', '', true],
  ['host:=""', 'eu-1', false],
  ['host:=', 'eu-1', true],
])('%s asks for the whole name: of "%s", %s', (filter, host_id, expected) => {
  expect(matches(filter, { host_id })).toBe(expected);
});

const NAMES = [
  'eu-1',
  '',
  'two words',
  ' edge ',
  'with "quotes"',
  'a:b',
  '=1',
  'ĞÜ-1',
  'eu\u200b-1',
  '__proto__',
];

it.each(FILTER_KEYS.filter((key) => key !== 'bucket' && key !== 'health'))(
  'a link by %s finds the processes of that name, whatever it is, and no others',
  (key) => {
    const processes = NAMES.map((name) => makeProcess(named(key, name)));
    for (const [index, name] of NAMES.entries()) {
      const found = processes.filter(
        filterTest(parseFilter(exactTerm(key, key === 'delivery-owner' ? name.trim() : name))),
      );
      expect(found).toEqual([processes[index]]);
    }
  },
);

function named(key: FilterKey, name: string): Parameters<typeof makeProcess>[0] {
  switch (key) {
    case 'type':
      return { process_type: name };
    case 'dependency':
      return { dependency_health: [{ name, status: 'red' }] };
    case 'delivery-owner':
      return { delivery_owner_host: name };
    case 'host':
      return { host_id: name };
    default:
      return { [key]: name };
  }
}
