import { describe, expect, it } from 'vitest';
import { CAUSE_CODES } from '../../../contract/cause.ts';
import type { FleetReadings } from '../../../domain/fleet-readings.ts';
import { buildSnapshot } from '../../../snapshot.ts';
import {
  after,
  changeSites,
  deleteProcesses,
  on,
  setChecks,
  setDrift,
  setProcesses,
  setWebhooks,
} from '../../../testing/change-readings.ts';
import { judge } from '../../../testing/judge.ts';
import { makeBucketOwner } from '../../../testing/make/make-bucket-owner.ts';
import { makeContext } from '../../../testing/make/make-context.ts';
import { makeProcessHealth } from '../../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../../testing/make/make-reading.ts';
import { NOW_MS } from '../../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../../testing/states/base-fleets.ts';

const red = (host: string) => setProcesses({ health_status: 'red' }, on(host));
const amber = (host: string) => setProcesses({ health_status: 'amber' }, on(host));
const titles = (...changes: Parameters<typeof after>[1][]) =>
  judge(after(dynamicFleet(), ...changes)).causes.map(({ title }) => title);

describe('causes are in order', () => {
  it('red before amber, however many buckets the amber one concerns', () => {
    const { causes } = judge(after(dynamicFleet({ bucket_owners: makeReading([]) }), setDrift(1)));
    expect(causes.map(({ severity, buckets_affected }) => [severity, buckets_affected])).toEqual([
      ['red', 0],
      ['amber', 1000],
    ]);
  });

  it('then by the buckets that they concern, most first', () => {
    expect(titles(setDrift(1), red('jetmon-b'), red('jetmon-a'))).toEqual([
      'jetmon-a:monitor reports red',
      'jetmon-b:monitor reports red',
      '1 site differs from its open http events',
    ]);
  });

  it('then by the catalogue: joint causes first, then in the order of the codes', () => {
    const outside = changeSites((sites) => ({ ...sites, sites_outside: 3 }));
    const due = setWebhooks({ due_now: 1, oldest_pending_ms: NOW_MS - 1000, oldest_due_ms: NOW_MS - 1000 });
    expect(titles(outside, amber('jetmon-a'), due)).toEqual([
      'jetmon-a:monitor reports amber',
      '1 delivery is due, the oldest for 1s',
      '3 active sites are beyond BUCKET_TOTAL',
    ]);
    expect(CAUSE_CODES.indexOf('clock_wrong')).toBeLessThan(CAUSE_CODES.indexOf('no_process_snapshots'));
  });

  it('so that a joint cause, which explains more, comes before the issues of single processes', () => {
    const due = setWebhooks({ due_now: 1, oldest_pending_ms: NOW_MS - 1000, oldest_due_ms: NOW_MS - 1000 });
    expect(titles(amber('jetmon-a'), due, deleteProcesses(on('jetmon-deliverer-1')))).toEqual([
      'nothing will drain 1 delivery',
      'jetmon-a:monitor reports amber',
    ]);
  });

  it('then by the first of their issues', () => {
    expect(titles(amber('jetmon-b'), amber('jetmon-a'))).toEqual([
      'jetmon-a:monitor reports amber',
      'jetmon-b:monitor reports amber',
    ]);
  });

  it('with ownership that is amber by rule last of those that concern no bucket: it tells least', () => {
    const fleet = after(
      pinnedFleet(),
      changeSites((sites) => ({ ...sites, sites_outside: 3 })),
    );
    for (const plan of ['pinned', null] as const) {
      expect(judge(fleet, {}, plan).causes.map(({ code }) => code)).toEqual([
        'sites_outside_buckets',
        'bucket_coverage',
      ]);
    }
  });
});

describe('a cause', () => {
  it('has the worst severity of its issues, and refers to them in their order', () => {
    const fleet = after(
      dynamicFleet(),
      deleteProcesses(on('jetmon-deliverer-1')),
      setProcesses({ dependency_health_readable: false, updated_at_ms: NOW_MS - 900_000 }, on('jetmon-b')),
    );
    const { causes } = judge(fleet);
    expect(causes[0]).toMatchObject({ code: 'host_silent', severity: 'red', issue_refs: [0, 1, 2] });
  });

  it('leads to the team’s own page where one is configured, by its code', () => {
    const context = makeContext({ runbook_url: 'https://wiki/{code}#{code}' });
    const fleet = after(dynamicFleet(), setDrift(1));
    expect(buildSnapshot(fleet, context).causes).toMatchObject([
      { runbook_url: 'https://wiki/projection_drift#projection_drift' },
    ]);
    expect(buildSnapshot(fleet, makeContext()).causes[0]).not.toHaveProperty('runbook_url');
  });

  it('has steps in the names of this database', () => {
    const { steps } = judge(after(dynamicFleet(), setDrift(1))).causes[0] ?? { steps: [] };
    expect(steps[0]?.command?.text).toContain('FROM jetpack_monitor_sites');
    expect(steps[0]?.command?.text).toContain('jetmon_events');
  });
});

describe('the headline', () => {
  it('of a finding that says more than its title is that', () => {
    const unchecked = setChecks({ newest_check_ms: NOW_MS - 960_000 }, ({ bucket_no }) => bucket_no < 334);
    expect(judge(after(dynamicFleet(), unchecked)).causes).toMatchObject([
      {
        title: 'jetmon-a checks none of its sites',
        headline: 'jetmon-a checks no site of its 334 buckets, the last check 16m ago (limit 15m)',
        subject: { kind: 'host', ids: ['jetmon-a'] },
        buckets_affected: 334,
      },
    ]);
  });

  it('of any other is its title with the buckets', () => {
    const { causes } = judge(dynamicFleet({ bucket_owners: makeReading([]) }));
    expect(causes).toMatchObject([{ headline: 'No host owns buckets; 1,000 buckets concerned' }]);
  });
});

describe('what a cause is about', () => {
  it.each([
    ['a process', red('jetmon-b'), { kind: 'process', ids: ['jetmon-b:monitor'] }],
    ['sites', setDrift(1), { kind: 'sites', ids: [] }],
    ['the queues that went wrong', setWebhooks({ failed_since: 1 }), { kind: 'queue', ids: ['webhook'] }],
    [
      'the queues that gave some up',
      setWebhooks({ abandoned_since: 1 }),
      { kind: 'queue', ids: ['webhook'] },
    ],
    [
      'the queues that could not be read',
      (fleet: FleetReadings) => ({ ...fleet, alert_deliveries: failedReading() }),
      { kind: 'queue', ids: ['alert'] },
    ],
    [
      'buckets, as ranges',
      (fleet: FleetReadings) => ({
        ...fleet,
        bucket_owners: makeReading([
          makeBucketOwner('jetmon-a', 1, 333),
          makeBucketOwner('jetmon-b', 340, 999),
        ]),
        process_health: makeReading(
          ['jetmon-a', 'jetmon-b'].map((host_id) => makeProcessHealth({ host_id })),
        ),
      }),
      { kind: 'buckets', ids: ['0', '334-339'] },
    ],
  ])('%s', (_, change, subject) => {
    expect(judge(after(dynamicFleet(), change)).causes[0]?.subject).toEqual(subject);
  });
});
