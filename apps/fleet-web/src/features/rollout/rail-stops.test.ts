import type { RolloutHost } from 'fleet-core/contract/rollout';
import { expect, it } from 'vitest';
import { MOST_RUNS, MOST_SINGLE, railStops } from './rail-stops.ts';

const host = (place: number, overrides: Partial<RolloutHost> = {}): RolloutHost => ({
  host_id: `h-${place}`,
  phase: 'dynamic',
  range: { min: place, max: place },
  buckets: 1,
  version: '2.9.0',
  since: null,
  ...overrides,
});

const hosts = (count: number, of: (place: number) => Partial<RolloutHost> = () => ({})) =>
  Array.from({ length: count }, (_, place) => host(place, of(place)));

const sizes = (all: readonly RolloutHost[], nextHost: string | null = null) =>
  railStops({ hosts: all, next: { host_id: nextHost, range: null, buckets: null } }).map(
    (stop) => stop.hosts.length,
  );

it(`shows each of ${MOST_SINGLE} hosts by itself`, () => {
  expect(sizes(hosts(MOST_SINGLE))).toHaveLength(MOST_SINGLE);
});

it('makes one stop of many hosts side by side that are alike', () => {
  expect(sizes(hosts(MOST_SINGLE + 1))).toEqual([25]);
});

it('parts hosts of another phase or version, and keeps their order', () => {
  const of = (place: number): Partial<RolloutHost> => ({
    phase: place < 10 ? 'dynamic' : 'pinned',
    version: place < 20 ? '2.9.0' : '2.8.0',
  });
  expect(sizes(hosts(30, of))).toEqual([10, 10, 10]);
});

it('lets the next host stand alone', () => {
  expect(sizes(hosts(30), 'h-10')).toEqual([10, 1, 19]);
});

it('lets a host that holds another range than planned stand alone', () => {
  const of = (place: number) => (place === 3 ? { planned: { range: null, same: false } } : {});
  expect(sizes(hosts(30, of))).toEqual([3, 1, 26]);
});

it('puts alike hosts together wherever they stand, rather than show very many stops', () => {
  const turns = (count: number) =>
    hosts(count, (place): Partial<RolloutHost> => ({ phase: place % 2 === 0 ? 'dynamic' : 'pinned' }));
  expect(sizes(turns(MOST_RUNS + 1))).toEqual([13, 12]);
});
