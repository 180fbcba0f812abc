import { describe, expect, it } from 'vitest';
import { CAUSE_CODES } from '../../../contract/cause.ts';
import type { FleetReadings } from '../../../domain/fleet-readings.ts';
import { buildSnapshot } from '../../../snapshot.ts';
import { dynamicFleet, pinnedFleet } from '../../../testing/base-fleets.ts';
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
import { makeBucketOwner } from '../../../testing/make-bucket-owner.ts';
import { makeContext } from '../../../testing/make-context.ts';
import {
  makePinnedMonitor,
  makeProcessHealth,
  type ProcessOverrides,
} from '../../../testing/make-process-health.ts';
import { failedReading, makeReading } from '../../../testing/make-reading.ts';
import { NOW_MS } from '../../../testing/now.ts';

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

describe('many processes with one and the same trouble', () => {
  const crowd = (count: number, columns: ProcessOverrides) => {
    const rows = Array.from({ length: count }, (_, i) =>
      makeProcessHealth({ host_id: `eu-${i + 1}`, process_type: 'api', ...columns }),
    );
    const fleet = dynamicFleet();
    return judge({ ...fleet, process_health: makeReading([...fleet.process_health.value, ...rows]) });
  };

  it('are told apart up to three', () => {
    expect(crowd(3, { health_status: 'red' }).causes).toHaveLength(3);
  });

  it.each([
    ['report red', { health_status: 'red' }, '60 processes report red'],
    ['report amber', { health_status: 'amber' }, '60 processes report amber'],
    ['report what is unknown', { health_status: 'odd' }, '60 processes report an unknown health'],
    ['are late', { updated_at_ms: NOW_MS - 100_000 }, '60 heartbeats are late'],
    [
      'report dependencies that cannot be read',
      { dependency_health: [], dependency_health_readable: false },
      '60 processes report dependencies that cannot be read',
    ],
  ])('are one cause with a count and the hosts: %s', (_, columns, title) => {
    const { causes } = crowd(60, columns);
    expect(causes).toHaveLength(1);
    expect(causes).toMatchObject([{ title, headline: `${title}: eu-1 … eu-60` }]);
    expect(causes[0]?.issue_refs).toHaveLength(60);
    expect(causes[0]?.subject.ids).toHaveLength(60);
    expect(causes[0]?.facts).toHaveLength(5);
    expect(causes[0]?.steps[0]?.text).toMatch(/^(?:On eu-1, then on the 59 others: |See )/);
  });

  it('whose rows cannot be read are counted, and named by their processes', () => {
    const fleet = dynamicFleet();
    const unreadable = Array.from({ length: 12 }, (_, i) => `p${i + 1}`);
    expect(judge({ ...fleet, process_health: { ...fleet.process_health, unreadable } }).causes).toMatchObject(
      [
        {
          title: '12 processes have rows that cannot be read',
          headline: '12 processes have rows that cannot be read: p1 … p12',
          subject: { kind: 'process' },
        },
      ],
    );
  });

  it('with buckets are told with these', () => {
    const rows = Array.from({ length: 5 }, (_, i) =>
      makePinnedMonitor(`eu-${i + 1}`, 100 * i, 100 * i + 99, { health_status: 'red' }),
    );
    expect(judge(pinnedFleet({ process_health: makeReading(rows) })).causes[0]).toMatchObject({
      headline: '5 processes report red: eu-1, eu-2, eu-3, eu-4 and eu-5; 500 buckets concerned',
      buckets_affected: 500,
    });
  });
});

describe('troubles of the whole fleet are one cause each', () => {
  it('no bucket total: neither coverage nor drift can be judged', () => {
    const { causes } = judge(
      dynamicFleet({ projection_drift: makeReading(null), site_activity: makeReading(null) }),
      {
        bucket_total: 0,
      },
    );
    expect(causes).toMatchObject([
      {
        code: 'bucket_total_missing',
        subject: { kind: 'fleet', ids: [] },
        headline: 'BUCKET_TOTAL is 0: neither bucket coverage nor drift can be judged',
        issue_refs: [0, 1],
      },
    ]);
  });

  it('nobody has reported: nobody can own either', () => {
    const fleet = dynamicFleet({ process_health: makeReading([]), bucket_owners: makeReading([]) });
    expect(judge(fleet).causes).toMatchObject([
      {
        code: 'no_process_snapshots',
        headline: 'No process has reported its health: nothing is known of the fleet',
        issue_refs: [0, 1, 2],
      },
    ]);
  });

  it('nobody has reported, and owners that nobody stands behind are told as such', () => {
    expect(judge(dynamicFleet({ process_health: makeReading([]) })).causes.map(({ code }) => code)).toEqual([
      'owner_without_monitor',
      'owner_without_monitor',
      'owner_without_monitor',
      'no_process_snapshots',
    ]);
  });

  it('a plan that is contradicted, whatever coverage calls it', () => {
    expect(judge(pinnedFleet(), {}, 'dynamic').causes).toMatchObject([
      {
        code: 'plan_mismatch',
        title: 'ownership is pinned, not dynamic as planned',
        headline: 'Ownership is pinned, not dynamic as planned',
        issue_refs: [0, 1],
      },
    ]);
  });

  it('a plan that is contradicted, and a gap: two causes', () => {
    const fleet = dynamicFleet({ bucket_owners: makeReading([]) });
    expect(judge(fleet, {}, 'pinned').causes.map(({ code }) => code)).toEqual([
      'bucket_coverage',
      'plan_mismatch',
    ]);
  });

  it('pinned ownership asks whether it is planned, and how to say so', () => {
    const [cause] = judge(pinnedFleet()).causes;
    expect(cause).toMatchObject({
      headline: 'Monitors are pinned to their ranges: is this the planned stage of the rollout?',
      planned: false,
    });
    expect(cause?.steps[0]?.text).toContain('FLEET_EXPECTED_OWNERSHIP=pinned');
  });

  it('pinned ownership that is planned says so, and asks nothing', () => {
    const [cause] = judge(pinnedFleet(), {}, 'pinned').causes;
    expect(cause).toMatchObject({
      headline: 'Monitors are pinned to their ranges, as planned',
      planned: true,
    });
    expect(cause?.steps.map(({ text }) => text).join()).not.toContain('FLEET_EXPECTED_OWNERSHIP');
  });

  it('mixed ownership asks whether it is planned, which no setting can say', () => {
    const mixed = after(pinnedFleet(), setProcesses({ bucket_ownership: 'dynamic' }, on('jetmon-c')));
    const [cause] = judge(mixed).causes;
    expect(cause).toMatchObject({
      headline: 'Some monitors are pinned, others dynamic: is this the planned stage of the rollout?',
    });
    expect(cause?.steps.map(({ text }) => text).join()).not.toContain('FLEET_EXPECTED_OWNERSHIP');
  });
});
