import { describe, expect, it } from 'vitest';
import { CHECKLIST_CODES, type ChecklistCode } from '../../contract/checklist.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { Thresholds } from '../../domain/thresholds.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/base-fleets.ts';
import {
  after,
  type Change,
  changeSites,
  deleteProcesses,
  on,
  setChecks,
  setDrift,
  setProcesses,
  setWebhooks,
} from '../../testing/change-readings.ts';
import { rowOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { makeDeliveryQueue } from '../../testing/make-delivery-queue.ts';
import { failedReading, makeReading } from '../../testing/make-reading.ts';
import { NOW_MS } from '../../testing/now.ts';

const ago = (sec: number) => NOW_MS - sec * 1000;
const row = (code: ChecklistCode, changes: readonly Change[], thresholds: Partial<Thresholds> = {}) =>
  rowOf(code, judge(after(dynamicFleet(), ...changes), thresholds));
const reads =
  (readings: Partial<FleetReadings>): Change =>
  (fleet) => ({ ...fleet, ...readings });

it('the questions come in their fixed order, whatever is wrong', () => {
  for (const fleet of [dynamicFleet(), after(dynamicFleet(), setDrift(1)), pinnedFleet()]) {
    expect(judge(fleet).checklist.map(({ code }) => code)).toEqual([...CHECKLIST_CODES]);
  }
});

it('of a healthy fleet every row is green, and says by what', () => {
  expect(judge(dynamicFleet()).checklist.map(({ code, status, fact }) => [code, status, fact])).toEqual([
    ['heartbeats', 'green', '4 processes, all fresh and well'],
    ['ownership', 'green', '1,000 of 1,000 buckets covered, dynamic'],
    ['checks', 'green', '1,000 buckets with sites, none unchecked for over 15m'],
    ['drift', 'green', 'no site differs from its events'],
    ['queues', 'green', '0 due, 0 pending'],
    ['delivery_owner', 'green', 'delivery owner is constrained to jetmon-deliverer-1'],
    ['dependencies', 'green', '1 dependency, none failing'],
  ]);
});

describe('heartbeats', () => {
  it.each([
    [
      'red, silent, amber and late ones are each counted once',
      [
        setProcesses({ updated_at_ms: ago(900) }, on('jetmon-a')),
        setProcesses({ health_status: 'red' }, on('jetmon-b')),
        setProcesses({ health_status: 'amber' }, on('jetmon-c')),
        setProcesses({ updated_at_ms: ago(100) }, on('jetmon-deliverer-1')),
      ],
      'red',
      '4 processes: 1 silent, 1 red, 1 amber, 1 late',
    ],
    [
      'of unknown health',
      [setProcesses({ health_status: 'odd' }, on('jetmon-a'))],
      'amber',
      '4 processes: 1 of unknown health',
    ],
    [
      'ahead',
      [setProcesses({ updated_at_ms: ago(-61) }, on('jetmon-a'))],
      'amber',
      '4 processes: 1 ahead of the clock',
    ],
    ['none active', [setProcesses({ state: 'stopped' })], 'red', '4 processes; no monitor is active'],
    [
      'no monitor',
      [deleteProcesses(({ process_type }) => process_type === 'monitor')],
      'amber',
      '1 process; no monitor has reported',
    ],
    ['nobody', [deleteProcesses(() => true)], 'amber', 'no process has reported; no monitor has reported'],
    [
      'a row that cannot be read',
      [
        (fleet: FleetReadings) => ({
          ...fleet,
          process_health: { ...fleet.process_health, unreadable: ['x'] },
        }),
      ],
      'amber',
      '4 processes; 1 unreadable',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('heartbeats', changes)).toMatchObject({ status, fact });
  });
});

describe('ownership', () => {
  it.each([
    [
      'a gap',
      [reads({ bucket_owners: makeReading([]) })],
      'amber',
      '0 of 1,000 buckets covered, dynamic; no host owns buckets',
    ],
    [
      'an owner without a monitor',
      [deleteProcesses(on('jetmon-b'))],
      'red',
      '1,000 of 1,000 buckets covered, dynamic; 1 owner without an active monitor',
    ],
    [
      'rows that could not be read',
      [reads({ bucket_owners: failedReading() })],
      'red',
      'bucket ownership could not be read',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('ownership', changes)).toMatchObject({ status, fact });
  });

  it('without a bucket total says so', () => {
    expect(row('ownership', [], { bucket_total: 0 })).toMatchObject({
      status: 'amber',
      fact: 'BUCKET_TOTAL is 0',
    });
  });

  it('that is pinned as planned is amber and planned, and no longer with anything else wrong', () => {
    const planned = rowOf('ownership', judge(pinnedFleet(), {}, 'pinned'));
    expect(planned).toMatchObject({
      status: 'amber',
      planned: true,
      fact: '1,000 of 1,000 buckets covered, pinned',
    });
    const invalid = after(pinnedFleet(), setProcesses({ bucket_min: null }, on('jetmon-c')));
    expect(rowOf('ownership', judge(invalid, {}, 'pinned'))).toMatchObject({
      planned: false,
      fact: '667 of 1,000 buckets covered, pinned; 1 impossible pinned range',
    });
  });
});

describe('checks', () => {
  const owned = (bucket: number) => (each: { bucket_no: number }) => each.bucket_no < bucket;
  it.each([
    [
      'some unchecked',
      [setChecks({ newest_check_ms: ago(901) }, owned(3))],
      'amber',
      '1,000 buckets with sites, 3 unchecked for over 15m',
    ],
    [
      'no active site',
      [changeSites(() => ({ buckets: [], sites_outside: 0 }))],
      'unknown',
      'no active site to check',
    ],
    [
      'all of them beyond the total',
      [changeSites(() => ({ buckets: [], sites_outside: 7 }))],
      'amber',
      'no active site to check; 7 active sites beyond BUCKET_TOTAL',
    ],
    ['not read', [reads({ site_activity: failedReading() })], 'unknown', 'site activity could not be read'],
    [
      'an older schema',
      [reads({ site_activity: makeReading(null) })],
      'unknown',
      'this database does not tell when sites were last checked',
    ],
    [
      'no active owner',
      [setProcesses({ state: 'stopped' })],
      'unknown',
      'none of 1,000 buckets with sites has an active owner',
    ],
    [
      'owners for some only',
      [deleteProcesses(on('jetmon-b'))],
      'green',
      '667 of 1,000 buckets with sites with an active owner, none unchecked for over 15m',
    ],
    [
      'monitors that have only just started',
      [setProcesses({ started_at_ms: ago(60) }), setChecks({ newest_check_ms: null })],
      'unknown',
      '1,000 buckets with sites, none unchecked for over 15m; 1,000 of monitors that have only just started',
    ],
    [
      'monitors that have only just started, and one bucket checked',
      [setProcesses({ started_at_ms: ago(60) }), setChecks({ newest_check_ms: null }, owned(999))],
      'green',
      '1,000 buckets with sites, none unchecked for over 15m; 999 of monitors that have only just started',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('checks', changes)).toMatchObject({ status, fact });
  });
});

describe('drift', () => {
  it.each([
    ['one site', [setDrift(1)], 'red', '1 site differs from its events'],
    ['many sites', [setDrift(2500)], 'red', '2,500 sites differ from their events'],
    ['not read', [reads({ projection_drift: failedReading() })], 'red', 'projection drift could not be read'],
    [
      'no active site',
      [changeSites(() => ({ buckets: [], sites_outside: 0 }))],
      'unknown',
      'no active site to compare',
    ],
    [
      'active sites not known to be none',
      [reads({ site_activity: failedReading() })],
      'green',
      'no site differs from its events',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('drift', changes)).toMatchObject({ status, fact });
  });
});

describe('queues', () => {
  const FAILED = failedReading();
  it.each([
    ['due', [setWebhooks({ due_now: 5, future_retry: 1000 })], 'amber', '5 due, 1,005 pending'],
    [
      'gone wrong',
      [setWebhooks({ failed_since: 2, abandoned_since: 3 })],
      'red',
      '0 due, 0 pending, 2 failed, 3 abandoned',
    ],
    [
      'overdue',
      [setWebhooks({ future_retry: 5, oldest_pending_ms: ago(30_000) })],
      'amber',
      '0 due, 5 pending; 1 queue overdue',
    ],
    [
      'one not read',
      [reads({ webhook_deliveries: FAILED })],
      'red',
      '0 due, 0 pending; webhook deliveries could not be read',
    ],
    [
      'none read',
      [reads({ webhook_deliveries: FAILED, alert_deliveries: FAILED })],
      'red',
      'webhook deliveries could not be read; alert deliveries could not be read',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('queues', changes)).toMatchObject({ status, fact });
  });
});

describe('delivery owner', () => {
  const nobody = [deleteProcesses(on('jetmon-deliverer-1')), setProcesses({ delivery_owner_host: '' })];
  const unread = reads({ webhook_deliveries: failedReading(), alert_deliveries: failedReading() });
  it.each([
    [
      'nobody delivers, and nothing is queued',
      nobody,
      'green',
      'no active process has delivery workers enabled',
    ],
    [
      'nobody delivers, and whether anything is queued is not known: pending that could not be read is not 0',
      [...nobody, unread],
      'unknown',
      'no active process has delivery workers enabled, and whether any is queued is not known',
    ],
    [
      'nobody delivers, and one queue could not be read',
      [...nobody, reads({ alert_deliveries: failedReading() })],
      'unknown',
      'no active process has delivery workers enabled, and whether any is queued is not known',
    ],
    [
      'nobody delivers, one queue could not be read, and in the other something waits',
      [
        ...nobody,
        reads({
          alert_deliveries: failedReading(),
          webhook_deliveries: makeReading(makeDeliveryQueue({ due_now: 1 })),
        }),
      ],
      'amber',
      '1 delivery is queued and no active process has delivery workers enabled',
    ],
    [
      'somebody delivers, whatever could be read',
      [unread],
      'green',
      'delivery owner is constrained to jetmon-deliverer-1',
    ],
    [
      'the owner is absent, though posture alone is green',
      [deleteProcesses(on('jetmon-deliverer-1'))],
      'amber',
      'jetmon-deliverer-1 is named as delivery owner and has no active workers',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('delivery_owner', changes)).toMatchObject({ status, fact });
  });
});

describe('dependencies', () => {
  const reports = (...dependency_health: { name: string; status: string }[]) =>
    setProcesses({ dependency_health });
  it.each([
    ['none reported', [reports()], 'unknown', 'no process reports its dependencies'],
    [
      'reported by the silent alone',
      [setProcesses({ updated_at_ms: ago(900) })],
      'unknown',
      '1 dependency, none failing',
    ],
    ['red', [reports({ name: 'mysql', status: 'red' })], 'red', 'mysql red'],
    ['amber', [reports({ name: 'mysql', status: 'odd' })], 'amber', 'mysql amber'],
    [
      'several not well',
      [reports({ name: 'a', status: 'amber' }, { name: 'b', status: 'red' }, { name: 'c', status: 'green' })],
      'red',
      'b red and a amber',
    ],
    [
      'more than three not well',
      [reports(...['a', 'b', 'c', 'd'].map((name) => ({ name, status: 'red' })))],
      'red',
      'a red, b red, c red and 1 more',
    ],
    [
      'an open circuit',
      [setProcesses({ wpcom_circuit_open: true }, on('jetmon-a'))],
      'amber',
      '1 dependency, none failing; 1 open circuit to WordPress.com',
    ],
    [
      'reports that cannot be read',
      [setProcesses({ dependency_health: [], dependency_health_readable: false })],
      'amber',
      'no process reports its dependencies; 4 reports that cannot be read',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(row('dependencies', changes)).toMatchObject({ status, fact });
  });
});

describe('a reading that is old', () => {
  const drift = (ageSec: number, count = 0) => [
    reads({ projection_drift: makeReading(count, { read_at_ms: ago(ageSec) }) }),
  ];

  it.each([
    [60, 'green', 'no site differs from its events'],
    [61, 'unknown', 'no site differs from its events, as read 61s ago'],
  ])('of %i s answers nothing beyond a minute', (ageSec, status, fact) => {
    expect(row('drift', drift(ageSec))).toMatchObject({ status, fact });
  });

  it('leaves what was wrong wrong', () => {
    expect(row('drift', drift(120, 3))).toMatchObject({
      status: 'red',
      fact: '3 sites differ from their events, as read 2m ago',
    });
  });

  it('counts for the checks of sites as well', () => {
    const fleet = dynamicFleet();
    const site_activity = fleet.site_activity.ok
      ? makeReading(fleet.site_activity.value, { read_at_ms: ago(61) })
      : fleet.site_activity;
    expect(row('checks', [reads({ site_activity })])).toMatchObject({ status: 'unknown' });
  });
});

describe('each row tells', () => {
  it('when the oldest of its reads was taken, and null when one failed', () => {
    const older = makeReading(makeDeliveryQueue(), { read_at_ms: ago(5) });
    expect(row('queues', [reads({ alert_deliveries: older })]).read_at).toBe('2026-04-30T13:59:55Z');
    expect(row('queues', [reads({ webhook_deliveries: older })]).read_at).toBe('2026-04-30T13:59:55Z');
    expect(row('queues', [reads({ alert_deliveries: failedReading() })]).read_at).toBeNull();
    expect(row('heartbeats', []).read_at).toBe('2026-04-30T14:00:00Z');
  });

  it('the causes that its issues belong to', () => {
    const { causes, checklist } = judge(
      after(dynamicFleet(), setProcesses({ updated_at_ms: ago(900) }, on('jetmon-b')), setDrift(1)),
    );
    const codes = (code: ChecklistCode) =>
      checklist.find((each) => each.code === code)?.cause_refs.map((ref) => causes[ref]?.code);
    expect(codes('heartbeats')).toEqual(['host_silent']);
    expect(codes('ownership')).toEqual(['host_silent']);
    expect(codes('drift')).toEqual(['projection_drift']);
    expect(codes('queues')).toEqual([]);
  });
});
