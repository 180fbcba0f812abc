import { describe, expect, it } from 'vitest';
import { dynamicFleet, pinnedFleet } from '../../../testing/base-fleets.ts';
import {
  after,
  deleteOwners,
  deleteProcesses,
  isMonitor,
  on,
  setOwners,
  setProcesses,
  setWebhooks,
} from '../../../testing/change-readings.ts';
import { causesOf } from '../../../testing/find-issues.ts';
import { goOn } from '../../../testing/go-on.ts';
import { judge } from '../../../testing/judge.ts';
import { lastLook } from '../../../testing/look-again.ts';
import { makeBucketOwner } from '../../../testing/make-bucket-owner.ts';
import { makeProcessHealth } from '../../../testing/make-process-health.ts';
import { makeReading } from '../../../testing/make-reading.ts';
import { NOW_MS } from '../../../testing/now.ts';

const ago = (sec: number) => NOW_MS - sec * 1000;
const gone = (host: string) => deleteProcesses(on(host));

describe('no active monitor', () => {
  it('is one cause with the owner rows that nobody stands behind, and what the stopped ones say', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped', health_status: 'amber' }, isMonitor),
    );
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('no_active_monitors', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-a', 'jetmon-b', 'jetmon-c'] },
        headline: 'No monitor is active: 1,000 buckets are not watched',
        facts: ['processes: no monitor is active: 3 stopped'],
        buckets_affected: 1000,
        issues: [
          'owner_without_monitor',
          'owner_without_monitor',
          'owner_without_monitor',
          'no_active_monitors',
          'process_amber',
          'process_amber',
          'process_amber',
        ],
      },
    ]);
  });

  it('explains that no row is left: every monitor gave its range up', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, isMonitor),
      deleteOwners(() => true),
    );
    expect(causesOf('no_active_monitors', judge(fleet))).toMatchObject([
      { issues: ['no_active_monitors', 'bucket_coverage'], buckets_affected: 1000 },
    ]);
  });

  it('leaves what an unwell deliverer says to itself', () => {
    const fleet = after(
      dynamicFleet(),
      setProcesses({ state: 'stopped' }, isMonitor),
      setProcesses({ health_status: 'amber' }, on('jetmon-deliverer-1')),
    );
    expect(judge(fleet).causes.map(({ code }) => code)).toEqual(['no_active_monitors', 'process_amber']);
  });

  it('leaves what an unwell deliverer beside a stopped monitor says to itself', () => {
    const fleet = after(dynamicFleet(), setProcesses({ state: 'stopped' }, isMonitor));
    const beside = makeProcessHealth({ host_id: 'jetmon-a', process_type: 'api', health_status: 'amber' });
    const process_health = makeReading([...fleet.process_health.value, beside]);
    const { causes } = judge({ ...fleet, process_health });
    expect(causes.map(({ code }) => code)).toEqual(['no_active_monitors', 'process_amber']);
  });

  it('of monitors that reported no range tells no buckets', () => {
    const process_health = makeReading([makeProcessHealth({ state: 'stopped' })]);
    const snapshot = judge(dynamicFleet({ process_health, bucket_owners: makeReading([]) }));
    expect(causesOf('no_active_monitors', snapshot)).toMatchObject([{ headline: 'No monitor is active' }]);
  });
});

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

  it.each([
    ['its row stale as well', { last_heartbeat_ms: ago(840) }],
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

describe('a host that has vanished', () => {
  const later = (base: typeof dynamicFleet) => goOn(base(), 30_000);

  it('is one cause with the gap where its row was', () => {
    const snapshot = lastLook([
      dynamicFleet(),
      after(later(dynamicFleet), gone('jetmon-b'), deleteOwners(on('jetmon-b'))),
    ]);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'process', ids: ['jetmon-b:monitor'] },
        title: 'jetmon-b has vanished',
        headline: 'jetmon-b has vanished (last seen 30s ago) and holds 334-666: 333 buckets are not watched',
        issues: ['bucket_coverage', 'process_vanished'],
        buckets_affected: 333,
      },
    ]);
  });

  it('when pinned leaves its range', () => {
    const snapshot = lastLook([pinnedFleet(), after(later(pinnedFleet), gone('jetmon-b'))]);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        severity: 'amber',
        headline: 'jetmon-b has vanished (last seen 30s ago) and holds 334-666: 333 buckets are not watched',
        buckets_affected: 333,
      },
    ]);
  });

  it('that was to deliver takes with it what waits for it', () => {
    const waiting = setWebhooks({ due_now: 1, oldest_pending_ms: ago(60), oldest_due_ms: ago(60) });
    const snapshot = lastLook([
      dynamicFleet(),
      after(later(dynamicFleet), gone('jetmon-deliverer-1'), waiting),
    ]);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('process_vanished', snapshot)).toMatchObject([
      {
        headline: 'jetmon-deliverer-1 has vanished (last seen 30s ago); 1 delivery waits for it',
        issues: ['delivery_queues', 'delivery_posture', 'process_vanished', 'delivery_owner_absent'],
        steps: [
          { on_host: 'jetmon-deliverer-1', command: { text: 'systemctl status jetmon-deliverer' } },
          {},
        ],
      },
    ]);
  });

  it('in part is named by its process', () => {
    const fleet = dynamicFleet();
    const beside = makeProcessHealth({ host_id: 'jetmon-b', process_type: 'deliverer' });
    const both = { ...fleet, process_health: makeReading([...fleet.process_health.value, beside]) };
    const half = deleteProcesses(({ process_id }) => process_id === 'jetmon-b:deliverer');
    expect(lastLook([both, after(goOn(both, 30_000), half)]).causes).toMatchObject([
      { code: 'process_vanished', title: 'jetmon-b:deliverer has vanished' },
    ]);
  });

  it('process by process was last seen with the last of them', () => {
    const beside = makeProcessHealth({ host_id: 'x', process_type: 'api' });
    const fleet = dynamicFleet();
    const other = makeProcessHealth({ host_id: 'x', process_type: 'api', process_id: 'x:other' });
    const rows = [...fleet.process_health.value, beside, other];
    const both = { ...fleet, process_health: makeReading(rows) };
    const one = after(
      goOn(both, 60_000),
      deleteProcesses(({ process_id }) => process_id === 'x:other'),
    );
    expect(lastLook([both, one, after(goOn(both, 90_000), gone('x'))]).causes).toMatchObject([
      { headline: 'x has vanished (last seen 30s ago)', subject: { ids: ['x:api', 'x:other'] } },
    ]);
  });

  it('many are one cause', () => {
    const fleet = dynamicFleet({
      process_health: makeReading([
        ...Array.from({ length: 12 }, (_, i) =>
          makeProcessHealth({ host_id: `eu-${i + 1}`, process_type: 'api' }),
        ),
        ...dynamicFleet().process_health.value,
      ]),
    });
    const snapshot = lastLook([
      fleet,
      after(
        goOn(fleet, 30_000),
        deleteProcesses((row) => row.process_type === 'api'),
      ),
    ]);
    expect(snapshot.causes).toMatchObject([
      { title: '12 hosts have vanished', headline: '12 hosts have vanished: eu-1 … eu-12' },
    ]);
  });
});

describe('an owner row that is missing', () => {
  it('names the monitor that reports the gap, and takes its report with it', () => {
    const snapshot = judge(after(dynamicFleet(), deleteOwners(on('jetmon-c'))));
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_row_missing', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'host', ids: ['jetmon-c'] },
        title: 'the owner row of jetmon-c is missing',
        headline:
          'jetmon-c has no owner row: nobody owns 667-999, 333 buckets, while jetmon-c reports 667-999',
        facts: ['jetmon-c reports 667-999'],
        issues: ['bucket_coverage', 'range_mismatch'],
        buckets_affected: 333,
        steps: [{}, { command: { text: './jetmon2 reload' } }, { on_host: 'jetmon-c' }],
      },
    ]);
  });

  it('of a monitor that reports more than the gap is missing all the same', () => {
    const fleet = after(
      dynamicFleet(),
      deleteOwners(on('jetmon-c')),
      setProcesses({ bucket_min: 500 }, on('jetmon-c')),
    );
    expect(causesOf('owner_row_missing', judge(fleet))).toHaveLength(1);
  });

  it('of several is told once, in the plural', () => {
    const fleet = after(dynamicFleet(), deleteOwners(on('jetmon-b')), deleteOwners(on('jetmon-c')));
    const snapshot = judge(fleet);
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('owner_row_missing', snapshot)).toMatchObject([
      {
        title: 'the owner rows of jetmon-b and jetmon-c are missing',
        headline:
          'jetmon-b and jetmon-c have no owner rows: nobody owns 334-999, 666 buckets, while jetmon-b reports 334-666 and jetmon-c reports 667-999',
      },
    ]);
  });

  it('is told with what nobody reports', () => {
    const fleet = after(
      dynamicFleet(),
      deleteOwners(on('jetmon-c')),
      setProcesses({ bucket_max: 899 }, on('jetmon-c')),
    );
    expect(causesOf('owner_row_missing', judge(fleet))).toMatchObject([
      { headline: expect.stringMatching(/while jetmon-c reports 667-899; nobody reports 900-999$/) },
    ]);
  });

  it.each([
    ['reports elsewhere', setProcesses({ bucket_min: 0, bucket_max: 99 }, on('jetmon-c'))],
    ['reports no range', setProcesses({ bucket_min: null }, on('jetmon-c'))],
    ['has stopped', setProcesses({ state: 'stopped', bucket_min: null }, on('jetmon-c'))],
    ['has a row', setOwners({ host_id: 'jetmon-c' }, on('jetmon-a'))],
  ])('is not what a gap comes of when the monitor %s', (_, change) => {
    const snapshot = judge(after(dynamicFleet(), deleteOwners(on('jetmon-c')), change));
    expect(causesOf('owner_row_missing', snapshot)).toEqual([]);
    expect(causesOf('bucket_coverage', snapshot)).toHaveLength(1);
  });
});
