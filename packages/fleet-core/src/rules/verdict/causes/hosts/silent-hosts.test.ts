import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../../../domain/fleet-readings.ts';
import {
  after,
  type Change,
  deleteOwners,
  on,
  setOwners,
  setProcesses,
  setWebhooks,
} from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { judge } from '../../../../testing/judge.ts';
import { makeBucketOwner } from '../../../../testing/make/make-bucket-owner.ts';
import { makeProcessHealth } from '../../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { secondsAgo } from '../../../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../../../testing/states/base-fleets.ts';

const silence = (host: string, sec = 840) => setProcesses({ updated_at_ms: secondsAgo(sec) }, on(host));
const silentHosts = (fleet: FleetReadings, ...changes: Change[]) =>
  causesOf('host_silent', judge(after(fleet, ...changes)));

describe('a silent host is one cause, and takes with it', () => {
  it('its silent processes and its fresh owner row: told by age, limit and buckets', () => {
    const { causes } = judge(after(dynamicFleet(), silence('jetmon-b')));
    expect(causes).toMatchObject([
      {
        code: 'host_silent',
        severity: 'red',
        planned: false,
        subject: { kind: 'host', ids: ['jetmon-b'] },
        title: 'jetmon-b is silent',
        headline: 'jetmon-b is silent for 14m (limit 10m) and holds 334-666: 333 buckets are not watched',
        facts: ['jetmon-b:monitor: last heartbeat 2026-04-30T13:46:00Z, state running'],
        since: '2026-04-30T13:56:00Z',
        buckets_affected: 333,
      },
    ]);
    expect(silentHosts(dynamicFleet(), silence('jetmon-b'))[0]?.issues).toEqual([
      'process_stale',
      'owner_without_monitor',
    ]);
  });

  it.each([
    ['its stale owner row', [setOwners({ last_heartbeat_ms: secondsAgo(840) }, on('jetmon-b'))]],
    ['its owner row that is not active', [setOwners({ status: 'draining' }, on('jetmon-b'))]],
  ])('%s', (_, changes) => {
    const snapshot = judge(after(dynamicFleet(), silence('jetmon-b'), ...changes));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('host_silent', snapshot)).toMatchObject([
      { issues: ['process_stale', 'bucket_coverage', 'owner_without_monitor'], buckets_affected: 333 },
    ]);
  });

  it('the gap where its row was', () => {
    const snapshot = judge(after(dynamicFleet(), silence('jetmon-b'), deleteOwners(on('jetmon-b'))));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('host_silent', snapshot)).toMatchObject([
      {
        issues: ['process_stale', 'bucket_coverage'],
        headline: 'jetmon-b is silent for 14m (limit 10m) and holds 334-666: 333 buckets are not watched',
      },
    ]);
  });

  it('the range that it leaves when pinned', () => {
    expect(silentHosts(pinnedFleet(), silence('jetmon-b'))).toMatchObject([
      {
        issues: ['process_stale'],
        headline: 'jetmon-b is silent for 14m (limit 10m) and holds 334-666: 333 buckets are not watched',
      },
    ]);
  });

  it('all of its processes, and the youngest heartbeat counts', () => {
    const deliverer = makeProcessHealth({
      host_id: 'jetmon-b',
      process_type: 'deliverer',
      updated_at_ms: secondsAgo(1260),
    });
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, deliverer]);
    const monitor = setProcesses(
      { updated_at_ms: secondsAgo(840) },
      (row) => row.process_id === 'jetmon-b:monitor',
    );
    expect(silentHosts({ ...fleet, process_health }, monitor)).toMatchObject([
      {
        issues: ['process_stale', 'process_stale', 'owner_without_monitor'],
        headline: expect.stringMatching(/^jetmon-b is silent for 14m /),
      },
    ]);
  });

  it('what it said last of its dependencies and cannot be read', () => {
    const unreadable = setProcesses({ dependency_health_readable: false }, on('jetmon-b'));
    expect(silentHosts(dynamicFleet(), silence('jetmon-b'), unreadable)[0]?.issues).toContain(
      'dependency_health_unreadable',
    );
  });
});

describe('a silent host does not take', () => {
  it('a gap of others', () => {
    const bucket_owners = makeReading([
      makeBucketOwner('jetmon-a', 0, 333),
      makeBucketOwner('jetmon-b', 334, 666),
    ]);
    const fleet = after(
      dynamicFleet({ bucket_owners }),
      silence('jetmon-b'),
      setProcesses({ bucket_min: null }, on('jetmon-c')),
    );
    const { causes } = judge(fleet);
    expect(causes.map(({ title }) => title)).toContain('no owner for 667-999');
  });

  it('its own gap together with one that it does not explain: that stays a cause of its own', () => {
    const bucket_owners = makeReading([
      makeBucketOwner('jetmon-a', 0, 333),
      makeBucketOwner('jetmon-c', 700, 999),
    ]);
    const snapshot = judge(after(dynamicFleet({ bucket_owners }), silence('jetmon-b')));
    expect(causesOf('host_silent', snapshot)[0]?.issues).toEqual(['process_stale']);
    expect(causesOf('owner_row_missing', snapshot)).toEqual([]);
    expect(causesOf('bucket_coverage', snapshot)).toMatchObject([{ title: 'no owner for 334-699' }]);
  });

  it('the stale row of a host that is alive', () => {
    const snapshot = judge(
      after(
        dynamicFleet(),
        silence('jetmon-b'),
        setOwners({ last_heartbeat_ms: secondsAgo(840) }, (row) => row.host_id !== 'jetmon-a'),
      ),
    );
    expect(causesOf('bucket_coverage', snapshot)).toMatchObject([
      { title: 'the owner rows of jetmon-b and jetmon-c are stale' },
    ]);
  });

  it('that no host owns buckets, while other monitors are active', () => {
    const snapshot = judge(after(dynamicFleet({ bucket_owners: makeReading([]) }), silence('jetmon-b')));
    expect(causesOf('bucket_coverage', snapshot)).toMatchObject([{ title: 'no host owns buckets' }]);
  });

  it('the buckets of its host, where a monitor is alive beside a silent deliverer', () => {
    const beside = makeProcessHealth({
      host_id: 'jetmon-b',
      process_type: 'deliverer',
      updated_at_ms: secondsAgo(840),
    });
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, beside]);
    expect(silentHosts({ ...fleet, process_health })).toMatchObject([
      { headline: 'jetmon-b:deliverer is silent for 14m (limit 10m)', buckets_affected: 0 },
    ]);
  });

  it('an overlap', () => {
    const snapshot = judge(
      after(dynamicFleet(), silence('jetmon-b'), setOwners({ bucket_max: 340 }, on('jetmon-a'))),
    );
    expect(causesOf('bucket_coverage', snapshot)).toMatchObject([
      { title: 'jetmon-a and jetmon-b own 334-340 together' },
    ]);
  });

  it('its gap while others own buckets together: whoever mends one should know of both', () => {
    const bucket_owners = makeReading([
      makeBucketOwner('jetmon-a', 0, 333),
      makeBucketOwner('jetmon-c', 667, 999),
      makeBucketOwner('jetmon-d', 990, 999),
    ]);
    const snapshot = judge(after(dynamicFleet({ bucket_owners }), silence('jetmon-b')));
    expect(causesOf('bucket_coverage', snapshot)).toMatchObject([
      { title: 'no owner for 334-666; jetmon-c and jetmon-d own 990-999 together' },
    ]);
  });

  it('what a row says of a host that is pinned: what it reported counts', () => {
    const bucket_owners = makeReading([makeBucketOwner('jetmon-b', 0, 99)]);
    expect(silentHosts(pinnedFleet({ bucket_owners }), silence('jetmon-b'))).toMatchObject([
      { headline: expect.stringContaining('holds 334-666') },
    ]);
  });

  it('buckets that others have taken over since: a retired host leaves nothing unwatched', () => {
    const retired = makeProcessHealth({
      host_id: 'jetmon-old',
      state: 'stopped',
      bucket_min: 334,
      bucket_max: 666,
      updated_at_ms: secondsAgo(864_000),
    });
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, retired]);
    expect(silentHosts({ ...fleet, process_health })).toMatchObject([
      { headline: 'jetmon-old is silent for 10d (limit 10m)', buckets_affected: 0 },
    ]);
    const pinned = pinnedFleet();
    const rows = makeReading([...pinned.process_health.value, { ...retired, bucket_ownership: 'pinned' }]);
    expect(silentHosts({ ...pinned, process_health: rows })).toMatchObject([{ buckets_affected: 0 }]);
  });

  it('the stale row of another silent host: that one takes it', () => {
    const retired = makeProcessHealth({ host_id: 'a-retired', updated_at_ms: secondsAgo(864_000) });
    const fleet = after(
      dynamicFleet(),
      silence('jetmon-b'),
      setOwners({ last_heartbeat_ms: secondsAgo(840) }, on('jetmon-b')),
    );
    const process_health = makeReading([...fleet.process_health.value, retired]);
    expect(
      silentHosts({ ...fleet, process_health }).map(({ subject, issues }) => [subject.ids, issues]),
    ).toEqual([
      [['jetmon-b'], ['process_stale', 'bucket_coverage', 'owner_without_monitor']],
      [['a-retired'], ['process_stale']],
    ]);
  });

  it('buckets, when it is a deliverer', () => {
    expect(silentHosts(dynamicFleet(), silence('jetmon-deliverer-1'))).toMatchObject([
      { headline: 'jetmon-deliverer-1 is silent for 14m (limit 10m)', buckets_affected: 0 },
    ]);
  });
});

it('where another process of the host is alive, the silent one is named, not the host', () => {
  const fleet = dynamicFleet();
  const beside = makeProcessHealth({ host_id: 'jetmon-b', process_type: 'deliverer' });
  const process_health = makeReading([...fleet.process_health.value, beside]);
  const silent = setProcesses(
    { updated_at_ms: secondsAgo(840) },
    (row) => row.process_id === 'jetmon-b:monitor',
  );
  expect(silentHosts({ ...fleet, process_health }, silent)).toMatchObject([
    { title: 'jetmon-b:monitor is silent' },
  ]);
});

describe('a silent deliverer', () => {
  const waiting = setWebhooks({
    due_now: 12,
    oldest_pending_ms: secondsAgo(60),
    oldest_due_ms: secondsAgo(60),
  });

  it('takes with it that it is the named owner, and what waits for it', () => {
    const snapshot = judge(after(dynamicFleet(), silence('jetmon-deliverer-1'), waiting));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('host_silent', snapshot)).toMatchObject([
      {
        headline: 'jetmon-deliverer-1 is silent for 14m (limit 10m); 12 deliveries wait for it',
        issues: ['process_stale', 'delivery_queues', 'delivery_posture', 'delivery_owner_absent'],
        steps: [
          { on_host: 'jetmon-deliverer-1', command: { text: 'systemctl status jetmon-deliverer' } },
          {},
          {},
        ],
      },
    ]);
  });

  it('takes nothing that waits while another delivers', () => {
    const other = setProcesses({ delivery_workers_enabled: true }, on('jetmon-a'));
    expect(silentHosts(dynamicFleet(), silence('jetmon-deliverer-1'), waiting, other)).toMatchObject([
      { issues: ['process_stale', 'delivery_owner_absent'] },
    ]);
  });

  it.each([
    ['another host is the named owner', 'x', ['process_stale'], 'deliveries_stuck'],
    ['nobody is', '', ['process_stale', 'delivery_queues', 'delivery_posture'], undefined],
  ])('and what waits: %s', (_, delivery_owner_host, issues, other) => {
    const named = setProcesses({ delivery_owner_host });
    const snapshot = judge(after(dynamicFleet(), silence('jetmon-deliverer-1'), waiting, named));
    expect(causesOf('host_silent', snapshot)[0]?.issues).toEqual(issues);
    expect(snapshot.causes[1]?.code).toBe(other);
  });

  it('takes no deliveries that went wrong', () => {
    const failed = setWebhooks({
      failed_since: 1,
      due_now: 1,
      oldest_pending_ms: secondsAgo(60),
      oldest_due_ms: secondsAgo(60),
    });
    const snapshot = judge(after(dynamicFleet(), silence('jetmon-deliverer-1'), failed));
    expect(causesOf('delivery_queues', snapshot)).toMatchObject([{ severity: 'red' }]);
  });
});
