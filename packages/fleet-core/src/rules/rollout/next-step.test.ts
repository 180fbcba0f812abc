import { expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { PlannedFleet } from '../../domain/plan-in-force.ts';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  isMonitor,
  on,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { rolloutOf } from '../../testing/rollout-of.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const pin = (...hosts: string[]) =>
  setProcesses({ bucket_ownership: 'pinned' }, (row) => hosts.includes(row.host_id));
const silence = (host: string) => setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on(host));
const stop = (host: string) => setProcesses({ state: 'stopped' }, on(host));
const planned = (host_id: string, bucket_min: number, bucket_max: number) => ({
  host_id,
  bucket_min,
  bucket_max,
});
const THREE = [planned('jetmon-a', 0, 333), planned('jetmon-b', 334, 666), planned('jetmon-c', 667, 999)];

type Case = readonly [string, FleetReadings, string, string, Partial<PlannedFleet>?];

/** What the fleet is · what "advance" means · how far it has come. */
const KNOWN: readonly Case[] = [
  [
    'dynamic, and one with a row stands by',
    after(
      dynamicFleet(),
      setProcesses({ bucket_ownership: 'rollout_mode=api-controlled standby' }, on('jetmon-b')),
    ),
    'take the monitor of jetmon-b out of standby, which holds 334-666, or free its row: 2 of 3 are dynamic',
    '2 of 3 monitors dynamic; next jetmon-b',
  ],
  [
    'pinned, the first range alone',
    after(pinnedFleet(), deleteProcesses(on('jetmon-b')), deleteProcesses(on('jetmon-c'))),
    'pin the next range, within 334-999: v2 has 334 of 1,000 buckets',
    'v2 has 334 of 1,000 buckets; next 334-999',
  ],
  [
    'pinned, the last range missing',
    after(pinnedFleet(), deleteProcesses(on('jetmon-c'))),
    'pin the next range, within 667-999: v2 has 667 of 1,000 buckets',
    'v2 has 667 of 1,000 buckets; next 667-999',
  ],
  [
    'pinned, one bucket missing at the end',
    after(pinnedFleet(), setProcesses({ bucket_max: 998 }, on('jetmon-c'))),
    'pin the next range, within 999: v2 has 999 of 1,000 buckets',
    'v2 has 999 of 1,000 buckets; next 999',
  ],
  [
    'pinned, a range missing amid the others',
    after(pinnedFleet(), deleteProcesses(on('jetmon-b'))),
    'pin the next range, within 334-666: v2 has 667 of 1,000 buckets',
    'v2 has 667 of 1,000 buckets; next 334-666',
  ],
  [
    'pinned, begun in the middle: what comes after is next',
    after(pinnedFleet(), deleteProcesses(on('jetmon-a')), deleteProcesses(on('jetmon-c'))),
    'pin the next range, within 667-999: v2 has 333 of 1,000 buckets',
    'v2 has 333 of 1,000 buckets; next 667-999',
  ],
  [
    'pinned, and another silent: its range is not up for another',
    after(pinnedFleet(), silence('jetmon-b'), deleteProcesses(on('jetmon-c'))),
    'pin the next range, within 667-999: v2 has 667 of 1,000 buckets',
    'v2 has 667 of 1,000 buckets; next 667-999',
  ],
  [
    'pinned throughout',
    pinnedFleet(),
    'take jetmon-a (0-333) out of its pin: every bucket is pinned, and no monitor is dynamic yet',
    '0 of 3 monitors dynamic; next jetmon-a',
  ],
  [
    'mixed, one converted',
    after(dynamicFleet(), pin('jetmon-b', 'jetmon-c')),
    'unpin jetmon-b (334-666): 1 of 3 are dynamic',
    '1 of 3 monitors dynamic; next jetmon-b',
  ],
  [
    'mixed, converted out of order: the first that is pinned is next',
    after(dynamicFleet(), pin('jetmon-a')),
    'unpin jetmon-a (0-333): 2 of 3 are dynamic',
    '2 of 3 monitors dynamic; next jetmon-a',
  ],
  [
    'mixed, one that comes later silent',
    after(dynamicFleet(), pin('jetmon-b'), silence('jetmon-c')),
    'unpin jetmon-b (334-666): 1 of 3 are dynamic',
    '1 of 3 monitors dynamic; next jetmon-b',
  ],
  [
    'mixed, one stopped without a row: nobody waits for it',
    after(dynamicFleet(), pin('jetmon-c'), stop('jetmon-a'), deleteOwners(on('jetmon-a'))),
    'unpin jetmon-c (667-999): 1 of 2 are dynamic',
    '1 of 2 monitors dynamic; next jetmon-c',
  ],
  [
    'dynamic throughout',
    dynamicFleet(),
    'every monitor is dynamic: nothing is left to convert',
    '3 of 3 monitors dynamic',
  ],
  [
    'dynamic, an owner row without a monitor',
    after(dynamicFleet(), deleteProcesses(on('jetmon-b'))),
    'start the monitor of jetmon-b, which holds 334-666, or free its row: 2 of 3 are dynamic',
    '2 of 3 monitors dynamic; next jetmon-b',
  ],
  [
    'pinned, by a plan that goes another way round',
    pinnedFleet(),
    'take jetmon-c (667-999) out of its pin: every bucket is pinned, and no monitor is dynamic yet',
    '0 of 3 monitors dynamic; next jetmon-c',
    { monitors: THREE.toReversed() },
  ],
  [
    'pinned, a planned host absent',
    after(pinnedFleet(), deleteProcesses(on('jetmon-c'))),
    'pin the next range, 667-999, on jetmon-c: 2 of 3 planned monitors are pinned',
    '2 of 3 planned monitors pinned; next jetmon-c',
    { monitors: THREE },
  ],
  [
    'pinned, by a plan that leaves ranges to v1',
    after(pinnedFleet(), deleteProcesses(on('jetmon-c'))),
    'take jetmon-a (0-333) out of its pin: every planned range is pinned, and no monitor is dynamic yet',
    '0 of 2 monitors dynamic; next jetmon-a',
    { monitors: THREE.slice(0, 2) },
  ],
  [
    'mixed, a planned host stopped: it is awaited',
    after(dynamicFleet(), pin('jetmon-c'), stop('jetmon-a'), deleteOwners(on('jetmon-a'))),
    'start the monitor of jetmon-a (0-333): 1 of 3 are dynamic',
    '1 of 3 monitors dynamic; next jetmon-a',
    { monitors: THREE },
  ],
  [
    'dynamic, a planned host absent',
    dynamicFleet(),
    'start the monitor of jetmon-x (0-99): 3 of 4 are dynamic',
    '3 of 4 monitors dynamic; next jetmon-x',
    { monitors: [planned('jetmon-x', 0, 99)] },
  ],
];

const known = KNOWN.map(([title, fleet, advance, progress, plan]) => ({
  title,
  fleet,
  advance,
  progress,
  plan,
}));

it.each(known)('$title', ({ fleet, advance, progress, plan }) => {
  expect(rolloutOf(fleet, plan)).toMatchObject({ advance, progress, unknown_because: null });
});

const unreadable: Change = (readings) => ({
  ...readings,
  process_health: makeReading(readings.process_health.value, { unreadable: ['jetmon-x:monitor'] }),
});

const UNKNOWN: readonly [string, FleetReadings, string][] = [
  [
    'owner rows could not be read',
    after(dynamicFleet(), setReadings({ bucket_owners: failedReading() })),
    'bucket ownership could not be read',
  ],
  [
    "a process's row cannot be read",
    after(pinnedFleet(), unreadable),
    'the row of jetmon-x:monitor cannot be read',
  ],
  ['no monitor has reported', after(dynamicFleet(), deleteProcesses(isMonitor)), 'no monitor has reported'],
  [
    'every monitor has stopped',
    after(dynamicFleet(), setProcesses({ state: 'stopped' }, isMonitor)),
    'no monitor is active',
  ],
  [
    'no monitor says how it owns, and nobody owns by a row',
    after(pinnedFleet(), setProcesses({ bucket_ownership: 'by hand' }, isMonitor)),
    'no active monitor says how it owns its buckets',
  ],
  [
    'all is dynamic but one, which is silent',
    after(dynamicFleet(), silence('jetmon-c')),
    'jetmon-c is silent',
  ],
  ['all is pinned but one, which is silent', after(pinnedFleet(), silence('jetmon-c')), 'jetmon-c is silent'],
  [
    'one that is silent comes before the first pinned one',
    after(dynamicFleet(), pin('jetmon-b', 'jetmon-c'), silence('jetmon-a')),
    'jetmon-a is silent',
  ],
  [
    'one does not say how it owns',
    after(dynamicFleet(), setProcesses({ bucket_ownership: '' }, on('jetmon-a'))),
    'jetmon-a does not say how it owns its buckets',
  ],
];

it.each(UNKNOWN)('what comes next is not known where %s', (_, fleet, unknown_because) => {
  expect(rolloutOf(fleet)).toMatchObject({ next: null, advance: null, progress: null, unknown_because });
});

it('without a bucket total what comes next is not known', () => {
  expect(judge(pinnedFleet(), { bucket_total: 0 }).rollout).toMatchObject({
    stage: 'unknown',
    advance: null,
    unknown_because: 'BUCKET_TOTAL is 0',
  });
});

it('what is next comes with its buckets', () => {
  expect(rolloutOf(after(dynamicFleet(), pin('jetmon-c'))).next).toEqual({
    host_id: 'jetmon-c',
    range: { min: 667, max: 999 },
    buckets: 333,
  });
  const incomplete = after(pinnedFleet(), deleteProcesses(on('jetmon-c')));
  expect(rolloutOf(incomplete).next).toEqual({ host_id: null, range: { min: 667, max: 999 }, buckets: 333 });
  expect(rolloutOf(dynamicFleet()).next).toBeNull();
});

it('a forgotten owner row under pinned ranges is no host to wait for', () => {
  const forgotten = (bucket_min: number, bucket_max: number) =>
    setReadings({
      bucket_owners: makeReading([
        { host_id: 'jetmon', bucket_min, bucket_max, status: 'active', last_heartbeat_ms: NOW_MS },
      ]),
    });
  const incomplete = after(pinnedFleet(), deleteProcesses(on('jetmon-c')), forgotten(667, 999));
  expect(rolloutOf(incomplete).advance).toBe(
    'pin the next range, within 667-999: v2 has 667 of 1,000 buckets',
  );
  expect(rolloutOf(after(pinnedFleet(), forgotten(0, 333))).next?.host_id).toBe('jetmon-a');
});
