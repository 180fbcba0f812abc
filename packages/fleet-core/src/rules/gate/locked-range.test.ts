import { apiFleet, bucketLocks, rangeLock, standbyMonitor } from 'fleet-lab/scenarios/builders/api-rollout';
import { monitors, rangeOf } from 'fleet-lab/scenarios/builders/rollout-fleet';
import type { FleetState } from 'fleet-lab/state/fleet-state';
import { describe, expect, it } from 'vitest';
import { gateOfState, gateText } from '../../testing/gate-of.ts';

const B = rangeOf('jetmon-b');
const SITES_AGE_SEC = 60;

/** jetmon-b, whose range was activated so long ago; every site was checked a minute ago. */
function activated(ageSec: number): FleetState {
  const lock = rangeLock('jetmon-b', B, { activated_age: ageSec });
  return apiFleet({
    active: ['jetmon-b'],
    rows: {
      jetpack_monitor_rollout_range_locks: [lock],
      jetpack_monitor_rollout_bucket_locks: [bucketLocks(lock)],
    },
  });
}

describe('a range that was activated through the API', () => {
  const asked = (state: FleetState) =>
    gateText(gateOfState(state, { for: 'cutover', host: 'jetmon-b', buckets: B }));

  it('is taken once every site was checked since its activation', () => {
    expect(asked(activated(SITES_AGE_SEC))).toBe('pass');
    expect(asked(activated(SITES_AGE_SEC - 1))).toMatch(
      /^fail · sites_checked sites in 74 of 74 buckets were not checked since .*, when 166-332 was activated/,
    );
  });
});

describe('v1 may start on a range', () => {
  const asked = (state: FleetState) =>
    gateText(gateOfState(state, { for: 'rollback', host: 'jetmon-b', buckets: B }));

  it('only once its lock is released, though nobody of v2 checks it any more', () => {
    const stopped = standbyMonitor('jetmon-b');
    const locked = activated(3_600);
    const rows = { ...locked.rows, jetmon_process_health: [stopped] };
    expect(asked({ ...locked, rows })).toMatch(
      /^fail · lock_released jetmon-b still holds the lock of 166-332$/,
    );
    const released = { jetpack_monitor_rollout_range_locks: [], jetpack_monitor_rollout_bucket_locks: [] };
    expect(asked({ ...locked, rows: { ...rows, ...released } })).toBe('pass');
  });

  it('not while a monitor that has no lock goes on there', () => {
    const released = { jetpack_monitor_rollout_range_locks: [], jetpack_monitor_rollout_bucket_locks: [] };
    const { rows, ...state } = activated(3_600);
    expect(asked({ ...state, rows: { ...rows, ...released } })).toBe(
      'fail · no_active_monitor jetmon-b:monitor is running on 166-332',
    );
  });

  it('not where a monitor goes by the API, and no table of locks is seen', () => {
    const { is_later: _, ...first } = activated(3_600);
    const rows = { ...first.rows, jetmon_process_health: [standbyMonitor('jetmon-b')] };
    expect(asked({ ...first, rows })).toBe(
      'unknown · lock_released? monitors go by the API, and this account sees no table of range locks',
    );
  });

  it('in a database without locks as ever: there is nothing to release', () => {
    const { is_later: _, ...first } = activated(3_600);
    const rows = {
      ...first.rows,
      jetmon_process_health: monitors().filter(({ host_id }) => host_id !== 'jetmon-b'),
    };
    expect(asked({ ...first, rows })).toBe('pass');
  });
});
