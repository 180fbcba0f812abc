import { expect, it } from 'vitest';
import { after, deleteProcesses, on, setProcesses } from '../../testing/change-readings.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { rolloutOf } from '../../testing/rollout-of.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const planned = (host_id: string, bucket_min: number | null, bucket_max: number | null) => ({
  host_id,
  bucket_min,
  bucket_max,
});
const PLAN = [planned('jetmon-c', 667, 999), planned('jetmon-b', 334, 666), planned('jetmon-a', 0, 333)];

const seen = (fleet: Parameters<typeof rolloutOf>[0], monitors: typeof PLAN, retired: string[] = []) =>
  rolloutOf(fleet, { monitors, retired }).hosts.map(({ host_id, phase, planned }) => ({
    host_id,
    phase,
    planned,
  }));

it('hosts are in the order of the plan, each with its planned range beside its own', () => {
  expect(seen(pinnedFleet(), PLAN)).toEqual([
    { host_id: 'jetmon-c', phase: 'pinned', planned: { range: { min: 667, max: 999 }, same: true } },
    { host_id: 'jetmon-b', phase: 'pinned', planned: { range: { min: 334, max: 666 }, same: true } },
    { host_id: 'jetmon-a', phase: 'pinned', planned: { range: { min: 0, max: 333 }, same: true } },
  ]);
});

it.each([
  ['one bucket less', planned('jetmon-a', 0, 332), false],
  ['one bucket more', planned('jetmon-a', 0, 334), false],
  ['another beginning', planned('jetmon-a', 1, 333), false],
  ['no range: nothing to compare', planned('jetmon-a', null, null), null],
])('a plan of %s', (_, monitor, same) => {
  expect(seen(pinnedFleet(), [monitor])[0]).toMatchObject({ host_id: 'jetmon-a', planned: { same } });
});

it('a host that is planned and not there is v1, or absent; one that is there and not planned stands after the plan', () => {
  const fleet = after(dynamicFleet(), deleteProcesses(on('jetmon-b')));
  const others = seen(fleet, [planned('jetmon-x', 0, 99)]);
  expect(others[0]).toEqual({
    host_id: 'jetmon-x',
    phase: 'v1_or_absent',
    planned: { range: { min: 0, max: 99 }, same: false },
  });
  expect(others.slice(1).map(({ host_id }) => host_id)).toEqual(['jetmon-a', 'jetmon-b', 'jetmon-c']);
});

it('of a silent host it is not said whether it is as planned', () => {
  const fleet = after(pinnedFleet(), setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-a')));
  expect(seen(fleet, PLAN)[2]).toMatchObject({
    host_id: 'jetmon-a',
    phase: 'unknown',
    planned: { same: null },
  });
});

it('a retired host that neither runs nor owns is no part of it; one that still runs is', () => {
  const stopped = after(pinnedFleet(), setProcesses({ state: 'stopped' }, on('jetmon-c')));
  const named = (fleet: Parameters<typeof rolloutOf>[0], retired: string) =>
    seen(fleet, [], [retired]).map(({ host_id }) => host_id);
  expect(named(stopped, 'jetmon-c')).toEqual(['jetmon-a', 'jetmon-b']);
  expect(named(stopped, 'jetmon-c:monitor')).toEqual(['jetmon-a', 'jetmon-b']);
  expect(named(pinnedFleet(), 'jetmon-c')).toEqual(['jetmon-a', 'jetmon-b', 'jetmon-c']);
});
