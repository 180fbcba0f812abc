import { expect, it } from 'vitest';
import type { RolloutHost } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  on,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { rolloutOf } from '../../testing/rollout-of.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const STARTED = '2026-04-30T13:00:00Z';
const setB = (columns: ProcessOverrides) => setProcesses(columns, on('jetmon-b'));
const noRows = setReadings({ bucket_owners: failedReading() });
const silentSince = (sec: number) => ({ updated_at_ms: NOW_MS - sec * 1000 });

function bOf(fleet: typeof dynamicFleet, changes: readonly Change[]): Closed<RolloutHost> | undefined {
  return rolloutOf(after(fleet(), ...changes)).hosts.find(({ host_id }) => host_id === 'jetmon-b');
}

const RANGE = { range: { min: 334, max: 666 }, buckets: 333 };
const NOTHING = { range: null, buckets: 0 };
const UNKNOWN = { range: null, buckets: null };
const STARTED_THEN = { version: '2.0.0', since: STARTED };

const CASES: readonly [string, typeof dynamicFleet, readonly Change[], Partial<Closed<RolloutHost>>][] = [
  ['is pinned, since its start', pinnedFleet, [], { phase: 'pinned', ...RANGE, ...STARTED_THEN }],
  ['is dynamic, since its start', dynamicFleet, [], { phase: 'dynamic', ...RANGE, ...STARTED_THEN }],
  [
    'does not say when it started',
    pinnedFleet,
    [setB({ started_at_ms: null })],
    { phase: 'pinned', since: null },
  ],
  [
    'is pinned to no range: what it holds is not known',
    pinnedFleet,
    [setB({ bucket_min: null })],
    { phase: 'pinned', ...UNKNOWN },
  ],
  [
    'is dynamic and has no owner row: it holds nothing, whatever it reports',
    dynamicFleet,
    [deleteOwners(on('jetmon-b'))],
    { phase: 'dynamic', ...NOTHING },
  ],
  [
    'is dynamic where owner rows could not be read: what it holds is not known',
    dynamicFleet,
    [noRows],
    { phase: 'dynamic', ...UNKNOWN },
  ],
  [
    'is dynamic and its owner row cannot be read: what it holds is not known',
    dynamicFleet,
    [deleteOwners(on('jetmon-b')), unreadableOwner('jetmon-b')],
    { phase: 'dynamic', ...UNKNOWN },
  ],
  ['is pinned where owner rows could not be read', pinnedFleet, [noRows], { phase: 'pinned', ...RANGE }],
  ['has a heartbeat at the limit', pinnedFleet, [setB(silentSince(600))], { phase: 'pinned' }],
  [
    'is silent: its last word proves nothing, and its last range is told',
    pinnedFleet,
    [setB(silentSince(601))],
    { phase: 'unknown', ...RANGE, since: '2026-04-30T13:49:59Z' },
  ],
  [
    'had said that it stopped before it was silent',
    pinnedFleet,
    [setB({ ...silentSince(86_400), state: 'stopped' })],
    { phase: 'stopped', ...NOTHING, since: '2026-04-29T14:00:00Z' },
  ],
  [
    'was stopping when it fell silent: it may hang',
    pinnedFleet,
    [setB({ ...silentSince(601), state: 'stopping' })],
    { phase: 'unknown' },
  ],
  [
    'is stopping, and still has its owner row',
    dynamicFleet,
    [setB({ state: 'stopping' })],
    { phase: 'stopped', ...RANGE, since: null },
  ],
  [
    'does not say how it owns its buckets',
    pinnedFleet,
    [setB({ bucket_ownership: '' })],
    { phase: 'unknown', ...RANGE, since: STARTED },
  ],
  [
    'has an owner row and no monitor',
    dynamicFleet,
    [deleteProcesses(on('jetmon-b'))],
    { phase: 'v1_or_absent', ...RANGE, version: null, since: null },
  ],
];

function unreadableOwner(host: string): Change {
  return (readings) => {
    const { bucket_owners } = readings;
    if (!bucket_owners.ok) return readings;
    return { ...readings, bucket_owners: makeReading(bucket_owners.value, { unreadable: [host] }) };
  };
}

it.each(CASES)('a host whose monitor %s', (_, fleet, changes, expected) => {
  expect(bOf(fleet, changes)).toMatchObject(expected);
});

it('a host without a monitor or an owner row is no part of it, and a deliverer is none', () => {
  const { hosts } = rolloutOf(after(pinnedFleet(), deleteProcesses(on('jetmon-b'))));
  expect(hosts.map(({ host_id }) => host_id)).toEqual(['jetmon-a', 'jetmon-c']);
});

it('every host counts once, under its phase', () => {
  const fleet = after(
    dynamicFleet(),
    setProcesses({ bucket_ownership: 'pinned range=0-333' }, on('jetmon-a')),
    setB(silentSince(601)),
  );
  expect(rolloutOf(fleet).counts).toEqual({
    v1_or_absent: 0,
    standby: 0,
    active: 0,
    pinned: 1,
    dynamic: 1,
    stopped: 0,
    unknown: 1,
  });
});

it('hosts are in the order of their ranges, whatever they are called; one that holds nothing by what it reports', () => {
  const renamed = setProcesses(({ host_id }) => ({ host_id: host_id === 'jetmon-a' ? 'z' : host_id }));
  const { hosts } = rolloutOf(after(pinnedFleet(), renamed, setB({ state: 'stopped' })));
  expect(hosts.map(({ host_id }) => host_id)).toEqual(['z', 'jetmon-b', 'jetmon-c']);
});
