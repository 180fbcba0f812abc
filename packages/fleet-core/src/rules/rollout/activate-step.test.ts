import { expect, it } from 'vitest';
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
import { makeLock, makeRollout, makeSession } from '../../testing/make/make-locks.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { rolloutOf } from '../../testing/rollout-of.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const A = makeLock('jetmon-a', 0, 333);
const standby = setProcesses(
  { bucket_ownership: 'rollout_mode=api-controlled standby', bucket_min: null, bucket_max: null },
  (row) => isMonitor(row) && row.host_id !== 'jetmon-a',
);
const byApi = setProcesses({ bucket_ownership: 'rollout_mode=api-controlled' }, on('jetmon-a'));

/** jetmon-a holds its range; the others stand by. */
function fleet(sessions: Parameters<typeof makeRollout>[1], ...changes: Change[]) {
  const rollout = setReadings(makeRollout([A], sessions));
  return after(
    dynamicFleet(),
    deleteOwners(() => true),
    byApi,
    standby,
    rollout,
    ...changes,
  );
}

const planned = (host_id: string, bucket_min: number, bucket_max: number) => ({
  host_id,
  bucket_min,
  bucket_max,
});

it('the first host that stands by is given its planned range', () => {
  const monitors = [planned('jetmon-b', 334, 666), planned('jetmon-c', 667, 999)];
  expect(rolloutOf(fleet([]), { monitors }).advance).toBe(
    'activate 334-666 on jetmon-b: v2 holds 334 of 1,000 buckets',
  );
});

it.each([
  ['whose range another holds', 0, 333],
  ['of whose range another holds one bucket', 333, 666],
])('not one %s', (_, min, max) => {
  const monitors = [planned('jetmon-b', min, max), planned('jetmon-c', 667, 999)];
  expect(rolloutOf(fleet([]), { monitors }).advance).toBe(
    'activate 667-999 on jetmon-c: v2 holds 334 of 1,000 buckets',
  );
});

it.each([
  [
    'stands by',
    [],
    'activate 334-666 on jetmon-b, which rollout rol_1 has begun: v2 holds 334 of 1,000 buckets',
  ],
  [
    'has stopped',
    [setProcesses({ state: 'stopped' }, on('jetmon-b'))],
    'start the monitor of jetmon-b in standby, for 334-666, which rollout rol_1 has begun: v2 holds 334 of 1,000 buckets',
  ],
  [
    'is not there',
    [deleteProcesses(on('jetmon-b'))],
    'start the monitor of jetmon-b in standby, for 334-666, which rollout rol_1 has begun: v2 holds 334 of 1,000 buckets',
  ],
  ['is silent', [setProcesses({ updated_at_ms: NOW_MS - 600_001 }, on('jetmon-b'))], null],
] as const)('a range that a session has begun, where the host %s', (_, changes, advance) => {
  const begun = fleet([makeSession('rol_1', 334, 666)], ...changes);
  expect(rolloutOf(begun).advance).toBe(advance);
});
