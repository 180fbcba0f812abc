import { describe, expect, it } from 'vitest';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import {
  after,
  changeSites,
  deleteProcesses,
  on,
  setChecks,
  setDrift,
  setProcesses,
  setReadings,
} from '../../testing/change-readings.ts';
import { checklistRow } from '../../testing/checklist-row.ts';
import { rowOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { pinnedFleet } from '../../testing/states/base-fleets.ts';

describe('heartbeats', () => {
  it.each([
    [
      'red, silent, amber and late ones are each counted once',
      [
        setProcesses({ updated_at_ms: secondsAgo(900) }, on('jetmon-a')),
        setProcesses({ health_status: 'red' }, on('jetmon-b')),
        setProcesses({ health_status: 'amber' }, on('jetmon-c')),
        setProcesses({ updated_at_ms: secondsAgo(100) }, on('jetmon-deliverer-1')),
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
      [setProcesses({ updated_at_ms: secondsAgo(-61) }, on('jetmon-a'))],
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
    expect(checklistRow('heartbeats', changes)).toMatchObject({ status, fact });
  });
});

describe('ownership', () => {
  it.each([
    [
      'a gap',
      [setReadings({ bucket_owners: makeReading([]) })],
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
      [setReadings({ bucket_owners: failedReading() })],
      'red',
      'bucket ownership could not be read',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(checklistRow('ownership', changes)).toMatchObject({ status, fact });
  });

  it('without a bucket total says so', () => {
    expect(checklistRow('ownership', [], { bucket_total: 0 })).toMatchObject({
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
      [setChecks({ newest_check_ms: secondsAgo(901) }, owned(3))],
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
    [
      'not read',
      [setReadings({ site_activity: failedReading() })],
      'unknown',
      'site activity could not be read',
    ],
    [
      'an older schema',
      [setReadings({ site_activity: makeReading(null) })],
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
      [setProcesses({ started_at_ms: secondsAgo(60) }), setChecks({ newest_check_ms: null })],
      'unknown',
      '1,000 buckets with sites, none unchecked for over 15m; 1,000 of monitors that have only just started',
    ],
    [
      'monitors that have only just started, and one bucket checked',
      [setProcesses({ started_at_ms: secondsAgo(60) }), setChecks({ newest_check_ms: null }, owned(999))],
      'green',
      '1,000 buckets with sites, none unchecked for over 15m; 999 of monitors that have only just started',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(checklistRow('checks', changes)).toMatchObject({ status, fact });
  });
});

describe('drift', () => {
  it.each([
    ['one site', [setDrift(1)], 'red', '1 site differs from its events'],
    ['many sites', [setDrift(2500)], 'red', '2,500 sites differ from their events'],
    [
      'not read',
      [setReadings({ projection_drift: failedReading() })],
      'red',
      'projection drift could not be read',
    ],
    [
      'no active site',
      [changeSites(() => ({ buckets: [], sites_outside: 0 }))],
      'unknown',
      'no active site to compare',
    ],
    [
      'active sites not known to be none',
      [setReadings({ site_activity: failedReading() })],
      'green',
      'no site differs from its events',
    ],
  ] as const)('%s', (_, changes, status, fact) => {
    expect(checklistRow('drift', changes)).toMatchObject({ status, fact });
  });
});

describe('dependencies', () => {
  const reports = (...dependency_health: { name: string; status: string }[]) =>
    setProcesses({ dependency_health });
  it.each([
    ['none reported', [reports()], 'unknown', 'no process reports its dependencies'],
    [
      'reported by the silent alone',
      [setProcesses({ updated_at_ms: secondsAgo(900) })],
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
    expect(checklistRow('dependencies', changes)).toMatchObject({ status, fact });
  });
});
