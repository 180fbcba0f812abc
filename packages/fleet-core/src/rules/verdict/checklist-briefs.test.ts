import { describe, expect, it } from 'vitest';
import { CHECKLIST_CODES, type ChecklistCode } from '../../contract/checklist.ts';
import {
  after,
  type Change,
  changeSites,
  deleteProcesses,
  on,
  setChecks,
  setDrift,
  setProcesses,
  setReadings,
  setWebhooks,
} from '../../testing/change-readings.ts';
import { checklistRow } from '../../testing/checklist-row.ts';
import { rowOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeVantage, makeVerifliers } from '../../testing/make/make-verifliers.ts';
import { secondsAgo } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const FAILED = failedReading();
const silent = setProcesses({ updated_at_ms: secondsAgo(900) }, on('jetmon-a'));
const red = setProcesses({ health_status: 'red' }, on('jetmon-b'));
const late = setProcesses({ updated_at_ms: secondsAgo(100) }, on('jetmon-c'));
const nobody = [deleteProcesses(on('jetmon-deliverer-1')), setProcesses({ delivery_owner_host: '' })];
const reports = (...dependency_health: { name: string; status: string }[]) =>
  setProcesses({ dependency_health });
const reported = (name: string, status: string) => ({ name, status });

it('a healthy fleet is told in a word or a number each', () => {
  const { checklist } = judge(dynamicFleet());
  expect(checklist.map(({ code, brief }) => [code, brief])).toEqual([
    ['heartbeats', '4 fresh'],
    ['ownership', '1,000 of 1,000'],
    ['checks', 'all checked'],
    ['drift', 'none'],
    ['queues', '0 due'],
    ['delivery_owner', 'one'],
    ['dependencies', '1 well'],
  ]);
});

it('a row that is not well is never told as one that is', () => {
  const well = new Map(judge(dynamicFleet()).checklist.map(({ code, brief }) => [code, brief]));
  const unread = judge(
    after(
      dynamicFleet(),
      deleteProcesses(() => true),
      setReadings({
        bucket_owners: FAILED,
        site_activity: FAILED,
        projection_drift: FAILED,
        webhook_deliveries: FAILED,
        alert_deliveries: FAILED,
      }),
    ),
  );
  for (const code of CHECKLIST_CODES.slice(0, 7)) {
    const { status, brief } = rowOf(code, unread);
    expect(status).not.toBe('green');
    expect(brief).not.toBe(well.get(code));
  }
});

type Case = readonly [title: string, changes: readonly Change[], brief: string];

const CASES: readonly (readonly [ChecklistCode, readonly Case[]])[] = [
  [
    'heartbeats',
    [
      ['the silent before the red, though there are fewer', [silent], '1 silent'],
      ['the red', [red], '1 red'],
      ['the red before the late', [red, late], '1 red'],
      ['the late', [late], '1 late'],
      ['no monitor active', [setProcesses({ state: 'stopped' })], 'none active'],
      ['no monitor', [deleteProcesses((row) => row.process_type === 'monitor')], 'no monitor'],
      ['nobody', [deleteProcesses(() => true)], 'none'],
    ],
  ],
  [
    'ownership',
    [
      [
        'without the buckets of an owner that has no monitor',
        [deleteProcesses(on('jetmon-b'))],
        '667 of 1,000',
      ],
      ['without any, as no monitor is active', [setProcesses({ state: 'stopped' })], '0 of 1,000'],
      ['no owner at all', [setReadings({ bucket_owners: makeReading([]) })], '0 of 1,000'],
      ['not read', [setReadings({ bucket_owners: FAILED })], 'not read'],
    ],
  ],
  [
    'checks',
    [
      [
        'some unchecked',
        [setChecks({ newest_check_ms: secondsAgo(901) }, ({ bucket_no }) => bucket_no < 3)],
        '3 unchecked',
      ],
      ['sites beyond the total', [changeSites(() => ({ buckets: [], sites_outside: 7 }))], '7 outside'],
      ['no site', [changeSites(() => ({ buckets: [], sites_outside: 0 }))], 'no sites'],
      ['no owner', [setProcesses({ state: 'stopped' })], 'no owner'],
      ['not read', [setReadings({ site_activity: FAILED })], 'not known'],
      [
        'of monitors that have only just started',
        [setProcesses({ started_at_ms: secondsAgo(60) }), setChecks({ newest_check_ms: null })],
        'just started',
      ],
    ],
  ],
  [
    'drift',
    [
      ['one', [setDrift(1)], '1 site'],
      ['many', [setDrift(2500)], '2,500 sites'],
      ['not read', [setReadings({ projection_drift: FAILED })], 'not read'],
    ],
  ],
  [
    'queues',
    [
      ['due', [setWebhooks({ due_now: 5, future_retry: 1000 })], '5 due'],
      ['failed, whatever is due', [setWebhooks({ due_now: 5, failed_since: 12 })], '12 failed'],
      ['abandoned before failed', [setWebhooks({ failed_since: 12, abandoned_since: 3 })], '3 abandoned'],
      ['one of two not read', [setReadings({ webhook_deliveries: FAILED })], 'not all read'],
    ],
  ],
  [
    'delivery_owner',
    [
      ['nobody', nobody, 'no worker'],
      ['named, and not there', [deleteProcesses(on('jetmon-deliverer-1'))], 'absent'],
    ],
  ],
  [
    'dependencies',
    [
      ['none', [reports()], 'none reported'],
      [
        'some failing',
        [reports(reported('a', 'amber'), reported('b', 'red'), reported('c', 'green'))],
        '2 of 3 failing',
      ],
      ['all told by the silent', [setProcesses({ updated_at_ms: secondsAgo(900) })], 'not known'],
    ],
  ],
];

describe.each(CASES)('%s', (code, cases) => {
  it.each(cases)('%s', (_, changes, brief) => {
    expect(checklistRow(code, changes).brief).toBe(brief);
  });
});

it.each([
  ['one usable', [makeVantage()], '1 of 1'],
  ['one usable of two', [makeVantage(), makeVantage({ vantage_id: 'us', endpoint_host: '' })], '1 of 2'],
  ['none enabled', [makeVantage({ enabled: false })], 'none enabled'],
  ['none at all', [], 'none enabled'],
])('verifliers: %s', (_, vantages, brief) => {
  expect(rowOf('verifliers', judge(after(dynamicFleet(), setReadings(makeVerifliers(vantages))))).brief).toBe(
    brief,
  );
});

it('an old reading says so', () => {
  const old = after(dynamicFleet(), (fleet) => ({
    ...fleet,
    projection_drift: { ...fleet.projection_drift, read_at_ms: secondsAgo(61) },
  }));
  expect(rowOf('drift', judge(old)).brief).toBe('none, old');
});

it('what is pinned as planned counts as watched', () => {
  expect(rowOf('ownership', judge(pinnedFleet(), {}, 'pinned')).brief).toBe('1,000 of 1,000');
});
