import { describe, expect, it } from 'vitest';
import { after, deleteProcesses, on, setOwners, setProcesses } from '../../../../testing/change-readings.ts';
import { causesOf } from '../../../../testing/find-issues.ts';
import { goOn } from '../../../../testing/go-on.ts';
import { judge } from '../../../../testing/judge.ts';
import { lastLook } from '../../../../testing/look-again.ts';
import { makeBucketOwner } from '../../../../testing/make/make-bucket-owner.ts';
import { makeLock, makeRollout } from '../../../../testing/make/make-locks.ts';
import { makeReading } from '../../../../testing/make/make-reading.ts';
import { secondsAgo } from '../../../../testing/make/now.ts';
import { dynamicFleet } from '../../../../testing/states/base-fleets.ts';

const gone = (host: string) => deleteProcesses(on(host));

describe('an owner without a monitor', () => {
  it('whose process nobody knows: its fresh row proves nothing', () => {
    const snapshot = judge(after(dynamicFleet(), gone('jetmon-b')));
    expect(snapshot.causes).toHaveLength(1);
    expect(snapshot.causes).toMatchObject([
      {
        code: 'owner_without_monitor',
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-b'] },
        title: 'jetmon-b owns 334-666 and has no process that reports',
        headline: 'jetmon-b has no process that reports and holds 334-666: 333 buckets are not watched',
        buckets_affected: 333,
        steps: [
          { on_host: 'jetmon-b', command: { text: 'systemctl status jetmon2' } },
          { command: { kind: 'sql' } },
          { command: { text: 'systemctl start jetmon2' } },
        ],
      },
    ]);
  });

  it('whose monitor has stopped', () => {
    const fleet = after(dynamicFleet(), setProcesses({ state: 'stopped' }, on('jetmon-b')));
    expect(judge(fleet).causes).toMatchObject([{ title: 'jetmon-b owns 334-666 and has no active monitor' }]);
  });

  it('that holds a lock as well is one cause, where without a bucket total neither is known to count', () => {
    const fleet = after(dynamicFleet(), gone('jetmon-b'));
    const locked = { ...fleet, ...makeRollout([makeLock('jetmon-b', 334, 666)]) };
    const { causes } = judge(locked, { bucket_total: 0 });
    const own = causes.filter(({ subject }) => subject.ids.includes('jetmon-b'));
    expect(own).toMatchObject([{ code: 'owner_without_monitor', severity: 'red', planned: false }]);
  });

  it.each([
    ['its row stale as well', { last_heartbeat_ms: secondsAgo(840) }],
    ['its row draining', { status: 'draining' }],
  ])('is one cause with %s', (_, columns) => {
    const snapshot = judge(after(dynamicFleet(), gone('jetmon-b'), setOwners(columns, on('jetmon-b'))));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_without_monitor', snapshot)).toMatchObject([
      { issues: ['bucket_coverage', 'owner_without_monitor'] },
    ]);
  });

  it('takes with it that its process was seen and has vanished', () => {
    const looks = [dynamicFleet(), after(goOn(dynamicFleet(), 30_000), gone('jetmon-b'))];
    const snapshot = lastLook(looks);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_without_monitor', snapshot)).toMatchObject([
      {
        headline: 'jetmon-b has vanished and holds 334-666: 333 buckets are not watched',
        issues: ['owner_without_monitor', 'process_vanished'],
      },
    ]);
  });

  it('whose range an active monitor reports without a row, as after a host was renamed: both together', () => {
    const fleet = after(dynamicFleet(), setOwners({ host_id: 'renamed' }, on('jetmon-b')));
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_without_monitor', snapshot)).toMatchObject([
      {
        headline:
          'renamed has no process that reports and holds 334-666, which jetmon-b reports without an owner row',
        issues: ['owner_without_monitor', 'range_mismatch'],
      },
    ]);
  });

  it('does not take a monitor that reports more than its range', () => {
    const fleet = after(
      dynamicFleet(),
      setOwners({ host_id: 'renamed' }, on('jetmon-b')),
      setProcesses({ bucket_max: 667 }, on('jetmon-b')),
    );
    expect(judge(fleet).causes.map(({ code }) => code)).toEqual(['owner_without_monitor', 'range_mismatch']);
  });

  it('whose buckets others own too leaves none unwatched', () => {
    const fleet = after(dynamicFleet(), gone('jetmon-b'), setOwners({ bucket_max: 666 }, on('jetmon-a')));
    expect(causesOf('owner_without_monitor', judge(fleet))).toMatchObject([
      {
        headline: 'jetmon-b has no process that reports and holds 334-666, which others own too',
        buckets_affected: 0,
      },
    ]);
  });

  it('many are one cause with a count and the buckets', () => {
    const bucket_owners = makeReading(
      Array.from({ length: 10 }, (_, i) => makeBucketOwner(`ghost-${i + 1}`, 100 * i, 100 * i + 99)),
    );
    expect(causesOf('owner_without_monitor', judge(dynamicFleet({ bucket_owners })))).toMatchObject([
      {
        title: '10 owners have no active monitor',
        headline: '10 owners have no active monitor: ghost-1 … ghost-10; 1,000 buckets are not watched',
      },
    ]);
  });
});
