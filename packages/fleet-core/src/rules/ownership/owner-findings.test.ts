import { describe, expect, it } from 'vitest';
import {
  after,
  deleteProcesses,
  isMonitor,
  on,
  setOwners,
  setProcesses,
} from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeBucketOwner } from '../../testing/make/make-bucket-owner.ts';
import { makePinnedMonitor } from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const STALE = { updated_at_ms: NOW_MS - 600_001 };

describe('an owner without an active monitor', () => {
  it('is red, though its row is fresh: the living ones refresh it', () => {
    const fleet = after(dynamicFleet(), deleteProcesses(on('jetmon-b')));
    expect(issuesOf('owner_without_monitor', judge(fleet))).toEqual([
      {
        code: 'owner_without_monitor',
        severity: 'red',
        subject: 'jetmon-b',
        message: 'bucket owner jetmon-b: no active monitor runs there, so buckets 334-666 are not watched',
      },
    ]);
  });

  it.each([
    ['whose monitor is silent', STALE, 1],
    ['whose monitor is at the grace', { updated_at_ms: NOW_MS - 600_000 }, 0],
    ['whose monitor has stopped', { state: 'stopped' }, 1],
    ['whose monitor is stopping', { state: 'stopping' }, 1],
    ['whose monitor is idle', { state: 'idle' }, 0],
    ['whose monitor is red', { health_status: 'red' }, 0],
    ['where only a deliverer runs', { process_type: 'deliverer' }, 1],
    ['whose monitor has another ownership', { bucket_ownership: '' }, 0],
  ])('is one %s', (_, columns, count) => {
    const fleet = after(dynamicFleet(), setProcesses(columns, on('jetmon-b')));
    expect(issuesOf('owner_without_monitor', judge(fleet))).toHaveLength(count);
  });

  it('is one whose monitor stands by: it waits for a range of the API, and checks none', () => {
    const standby = {
      bucket_ownership: 'rollout_mode=api-controlled standby',
      bucket_min: null,
      bucket_max: null,
    };
    const snapshot = judge(after(dynamicFleet(), setProcesses(standby, on('jetmon-b'))));
    expect(issuesOf('owner_without_monitor', snapshot)).toMatchObject([
      { message: 'bucket owner jetmon-b: its monitor is in standby, so buckets 334-666 are not watched' },
    ]);
    expect(snapshot.causes.map(({ headline, buckets_affected }) => [headline, buckets_affected])).toEqual([
      ['jetmon-b is in standby and holds 334-666: 333 buckets are not watched', 333],
    ]);
    expect(snapshot.causes[0]?.steps.at(-1)?.text).toBe(
      'Start the monitor of jetmon-b anew without ROLLOUT_MODE=api-controlled, or have its row freed.',
    );
  });

  it('is told of a single bucket in the singular', () => {
    const bucket_owners = makeReading([makeBucketOwner('x', 7, 7)]);
    expect(issuesOf('owner_without_monitor', judge(dynamicFleet({ bucket_owners })))).toMatchObject([
      { message: 'bucket owner x: no active monitor runs there, so bucket 7 is not watched' },
    ]);
  });

  it('is told also when some monitors are pinned, and not when all are: rows are then another trouble', () => {
    const bucket_owners = makeReading([makeBucketOwner('x', 0, 9)]);
    expect(issuesOf('owner_without_monitor', judge(pinnedFleet({ bucket_owners })))).toEqual([]);
    const mixed = after(
      pinnedFleet({ bucket_owners }),
      setProcesses({ bucket_ownership: 'dynamic' }, on('jetmon-c')),
    );
    expect(issuesOf('owner_without_monitor', judge(mixed))).toMatchObject([{ subject: 'x' }]);
  });
});

describe('monitors of which none is active', () => {
  it.each([
    ['all stopped', { state: 'stopped' }, '3 stopped'],
    ['all stopping', { state: 'stopping' }, '3 stopping'],
    ['all silent, whatever their state was', { ...STALE, state: 'stopped' }, '3 silent'],
  ])('are one red issue with their number: %s', (_, columns, counts) => {
    const fleet = after(dynamicFleet(), setProcesses(columns, isMonitor));
    expect(issuesOf('no_active_monitors', judge(fleet))).toEqual([
      {
        code: 'no_active_monitors',
        severity: 'red',
        subject: '',
        message: `processes: no monitor is active: ${counts}`,
      },
    ]);
  });

  it('are counted by what they are', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, on('jetmon-a')),
      setProcesses({ state: 'stopping' }, on('jetmon-b')),
      setProcesses(STALE, on('jetmon-c')),
    );
    expect(issuesOf('no_active_monitors', judge(fleet))).toMatchObject([
      { message: 'processes: no monitor is active: 1 stopped, 1 stopping, 1 silent' },
    ]);
  });

  it('are none while one is active', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, (row) => isMonitor(row) && row.host_id !== 'jetmon-a'),
    );
    expect(issuesOf('no_active_monitors', judge(fleet))).toEqual([]);
  });

  it('are none where no monitor is listed: that is another issue', () => {
    const snapshot = judge(after(dynamicFleet(), deleteProcesses(isMonitor)));
    expect(issuesOf('no_active_monitors', snapshot)).toEqual([]);
    expect(issuesOf('no_monitor_processes', snapshot)).toHaveLength(1);
  });

  it('count when pinned as when dynamic', () => {
    const rows = [makePinnedMonitor('a', 0, 999, { state: 'stopped' })];
    expect(
      issuesOf('no_active_monitors', judge(pinnedFleet({ process_health: makeReading(rows) }))),
    ).toHaveLength(1);
  });
});

describe('an owner row ahead of the database’s clock', () => {
  it.each([
    [60_000, 0],
    [60_001, 1],
  ])('is amber from more than 60 s on: %i ms', (ms, count) => {
    const fleet = after(dynamicFleet(), setOwners({ last_heartbeat_ms: NOW_MS + ms }, on('jetmon-b')));
    expect(issuesOf('owner_heartbeat_in_future', judge(fleet))).toHaveLength(count);
  });

  it('is told with how far ahead it lies', () => {
    const fleet = after(
      dynamicFleet(),
      setOwners({ last_heartbeat_ms: NOW_MS + 36_000_000 }, on('jetmon-b')),
    );
    expect(issuesOf('owner_heartbeat_in_future', judge(fleet))).toEqual([
      {
        code: 'owner_heartbeat_in_future',
        severity: 'amber',
        subject: 'jetmon-b',
        message:
          'bucket owner jetmon-b: its heartbeat lies 10h in the future, so whether it is fresh is not known',
      },
    ]);
  });
});
