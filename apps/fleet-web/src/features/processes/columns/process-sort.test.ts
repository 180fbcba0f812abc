import { expect, it } from 'vitest';
import { makeProcess } from '../../../testing/make-process.ts';
import { nextSort, sortProcesses } from './process-sort.ts';

const hosts = (processes: readonly { host_id: string }[]) =>
  processes.map(({ host_id }) => host_id).join(' ');
const sorted = (
  key: string,
  descending: boolean,
  overrides: readonly NonNullable<Parameters<typeof makeProcess>[0]>[],
) => hosts(sortProcesses(overrides.map(makeProcess), { key, descending }));

it('leaves the API’s order alone', () => {
  const processes = ['b', 'a'].map((host_id) => makeProcess({ host_id }));
  expect(sortProcesses(processes, null)).toBe(processes);
});

it('sorts numbers in names as numbers', () => {
  const three = [{ host_id: 'mon-10' }, { host_id: 'mon-9' }, { host_id: 'mon-1' }];
  expect(sorted('process', false, three)).toBe('mon-1 mon-9 mon-10');
  expect(sorted('process', true, three)).toBe('mon-10 mon-9 mon-1');
  const versions = [
    { host_id: 'new', version: '2.10.0' },
    { host_id: 'old', version: '2.9.0' },
  ];
  expect(sorted('version', false, versions)).toBe('old new');
});

it('puts what was not reported last, both ways', () => {
  const three = [
    { host_id: 'none', bucket_min: null },
    { host_id: 'low', bucket_min: 0 },
    { host_id: 'high', bucket_min: 9 },
  ];
  expect(sorted('buckets', false, three)).toBe('low high none');
  expect(sorted('buckets', true, three)).toBe('high low none');
});

it('keeps the API’s order among equals', () => {
  const same = [
    { host_id: 'c', state: 'running' },
    { host_id: 'a', state: 'running' },
    { host_id: 'b', state: 'draining' },
  ];
  expect(sorted('state', false, same)).toBe('b c a');
  expect(sorted('state', true, same)).toBe('c a b');
});

it('puts the worst health first when descending', () => {
  const four = [
    { host_id: 'ok' },
    { host_id: 'silent', stale: true },
    { host_id: 'odd', health_status: 'mauve' },
    { host_id: 'red', health_status: 'red' },
  ];
  expect(sorted('health', true, four)).toBe('silent red odd ok');
});

it('cycles a column: upwards, downwards, the API’s order', () => {
  const up = nextSort(null, 'type');
  const down = nextSort(up, 'type');
  expect([up, down, nextSort(down, 'type')]).toEqual([
    { key: 'type', descending: false },
    { key: 'type', descending: true },
    null,
  ]);
  expect(nextSort(down, 'state')).toEqual({ key: 'state', descending: false });
});
