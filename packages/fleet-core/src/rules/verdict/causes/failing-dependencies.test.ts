import { describe, expect, it } from 'vitest';
import { after, isMonitor, on, setProcesses } from '../../../testing/change-readings.ts';
import { causesOf } from '../../../testing/find-issues.ts';
import { judge } from '../../../testing/judge.ts';
import { makeProcessHealth, type ProcessOverrides } from '../../../testing/make/make-process-health.ts';
import { makeReading } from '../../../testing/make/make-reading.ts';
import { dynamicFleet } from '../../../testing/states/base-fleets.ts';

const says = (status: string, name = 'mysql', last_error?: string) => ({
  name,
  status,
  ...(last_error === undefined ? {} : { last_error }),
});
const set = (host: string, columns: ProcessOverrides) => setProcesses(columns, on(host));
const failing = (...changes: ReturnType<typeof set>[]) => judge(after(dynamicFleet(), ...changes));

describe('processes unwell for one dependency', () => {
  it('are one cause that is named for it, with the latest error, and the buckets of the red ones', () => {
    const snapshot = failing(
      set('jetmon-a', { health_status: 'red', dependency_health: [says('red', 'mysql', 'refused')] }),
      set('jetmon-b', { health_status: 'red', dependency_health: [says('red', 'mysql', 'timeout')] }),
      set('jetmon-c', { health_status: 'amber', dependency_health: [says('red', 'mysql')] }),
    );
    expect(snapshot.causes).toHaveLength(1);
    expect(causesOf('dependency_failing', snapshot)).toMatchObject([
      {
        severity: 'red',
        subject: { kind: 'dependency', ids: ['mysql'] },
        title: 'mysql fails on jetmon-a, jetmon-b and jetmon-c',
        headline: 'mysql fails on jetmon-a, jetmon-b and jetmon-c: timeout',
        facts: [
          'jetmon-a:monitor reports red',
          'jetmon-b:monitor reports red',
          'jetmon-c:monitor reports amber',
        ],
        issues: ['process_red', 'process_red', 'process_amber'],
        buckets_affected: 667,
        steps: [{ command: { kind: 'sql' } }, { on_host: 'jetmon-a' }],
      },
    ]);
  });

  it.each([
    ['amber for an amber one', 'amber', 'amber', 1],
    ['amber for a red one', 'amber', 'red', 1],
    ['red for a red one', 'red', 'red', 1],
    ['red, and it is only amber', 'red', 'amber', 0],
    ['amber, and it is green', 'amber', 'green', 0],
    ['of unknown health', 'odd', 'red', 0],
  ])('%s', (_, health_status, status, count) => {
    const snapshot = failing(set('jetmon-a', { health_status, dependency_health: [says(status)] }));
    expect(causesOf('dependency_failing', snapshot)).toHaveLength(count);
  });

  it('are told by the dependency that explains most of them', () => {
    const snapshot = failing(
      set('jetmon-a', {
        health_status: 'red',
        dependency_health: [says('red', 'disk'), says('red', 'mysql')],
      }),
      set('jetmon-b', { health_status: 'red', dependency_health: [says('red', 'mysql')] }),
      set('jetmon-c', {
        health_status: 'red',
        dependency_health: [says('red', 'disk'), says('red', 'mysql')],
      }),
    );
    expect(snapshot.causes).toMatchObject([{ title: 'mysql fails on jetmon-a, jetmon-b and jetmon-c' }]);
  });

  it('of equal numbers by the name that comes first', () => {
    const both = [says('red', 'mysql'), says('red', 'disk')];
    const snapshot = failing(set('jetmon-a', { health_status: 'red', dependency_health: both }));
    expect(snapshot.causes).toMatchObject([{ title: 'disk fails on jetmon-a' }]);
  });

  it('take with them that others report it red and call themselves green', () => {
    const snapshot = failing(
      set('jetmon-a', { health_status: 'amber', dependency_health: [says('amber')] }),
      set('jetmon-b', { dependency_health: [says('red')] }),
    );
    expect(causesOf('dependency_failing', snapshot)).toMatchObject([
      { issues: ['process_amber', 'dependency_red'] },
    ]);
    expect(snapshot.causes).toHaveLength(1);
  });

  it('of different dependencies are apart', () => {
    const snapshot = failing(
      set('jetmon-a', { health_status: 'red', dependency_health: [says('red', 'mysql')] }),
      set('jetmon-b', { health_status: 'red', dependency_health: [says('red', 'disk')] }),
    );
    expect(snapshot.causes.map(({ title }) => title)).toEqual([
      'mysql fails on jetmon-a',
      'disk fails on jetmon-b',
    ]);
  });

  it('on many hosts are counted in the title, and named in the headline', () => {
    const rows = Array.from({ length: 8 }, (_, i) =>
      makeProcessHealth({
        host_id: `eu-${i + 1}`,
        process_type: 'api',
        health_status: 'amber',
        dependency_health: [says('red', 'wpcom', '503')],
      }),
    );
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, ...rows]);
    const [cause] = causesOf('dependency_failing', judge({ ...fleet, process_health }));
    expect(cause).toMatchObject({
      title: 'wpcom fails on 8 hosts',
      headline: 'wpcom fails on 8 hosts (eu-1 … eu-8): 503',
      buckets_affected: 0,
    });
    expect(cause?.facts).toHaveLength(5);
  });

  it.each([
    [3, 3, 'dep-1 fails on eu-1'],
    [4, 1, '4 dependencies fail'],
    [40, 1, '40 dependencies fail'],
  ])('of %i different dependencies are %i causes', (count, causes, title) => {
    const rows = Array.from({ length: count }, (_, i) =>
      makeProcessHealth({
        host_id: `eu-${i + 1}`,
        process_type: 'api',
        health_status: 'red',
        dependency_health: [says('red', `dep-${i + 1}`, 'refused')],
      }),
    );
    const fleet = dynamicFleet();
    const process_health = makeReading([...fleet.process_health.value, ...rows]);
    const snapshot = judge({ ...fleet, process_health });
    expect(snapshot.causes).toHaveLength(causes);
    expect(snapshot.causes[0]).toMatchObject({ title });
  });

  it('of many different ones are known by these, and by where they fail', () => {
    const hosts = ['jetmon-a', 'jetmon-b', 'jetmon-c', 'jetmon-deliverer-1'];
    const snapshot = failing(
      ...hosts.map((host, i) =>
        set(host, { health_status: 'red', dependency_health: [says('red', `dep-${i + 1}`)] }),
      ),
    );
    expect(causesOf('dependency_failing', snapshot)).toMatchObject([
      {
        subject: { kind: 'dependency', ids: ['dep-1', 'dep-2', 'dep-3', 'dep-4'] },
        headline:
          '4 dependencies fail: dep-1, dep-2, dep-3 and dep-4 on jetmon-a, jetmon-b, jetmon-c and jetmon-deliverer-1; 1,000 buckets are not watched',
        buckets_affected: 1000,
        steps: [{ command: { kind: 'sql' } }, { on_host: 'jetmon-a' }],
      },
    ]);
  });

  it('that deliver have no buckets', () => {
    const snapshot = failing(
      set('jetmon-deliverer-1', { health_status: 'red', dependency_health: [says('red')] }),
    );
    expect(causesOf('dependency_failing', snapshot)).toMatchObject([
      {
        buckets_affected: 0,
        steps: [{}, { command: { text: expect.stringContaining('jetmon-deliverer') } }],
      },
    ]);
  });
});

it('a red dependency under green processes is a cause of its own, of the dependency', () => {
  const snapshot = failing(set('jetmon-b', { dependency_health: [says('red', 'mysql', 'gone')] }));
  expect(snapshot.causes).toMatchObject([
    {
      code: 'dependency_red',
      severity: 'amber',
      subject: { kind: 'dependency', ids: ['mysql'] },
      title: 'mysql is red on jetmon-b, which reports green',
      headline: 'mysql is red on jetmon-b, which reports green: gone',
    },
  ]);
});

it('many red dependencies under green processes are one cause, known by them', () => {
  const names = Array.from({ length: 40 }, (_, i) => says('red', `dep-${i + 1}`));
  expect(failing(set('jetmon-b', { dependency_health: names })).causes).toMatchObject([
    {
      title: '40 dependencies are red under green processes',
      headline: '40 dependencies are red under green processes: dep-1 … dep-40 on jetmon-b',
    },
  ]);
});

it('a red process that reports no dependency tells the buckets that it holds', () => {
  expect(failing(set('jetmon-b', { health_status: 'red' })).causes).toMatchObject([
    {
      code: 'process_red',
      subject: { kind: 'process', ids: ['jetmon-b:monitor'] },
      headline: 'jetmon-b:monitor reports red; 333 buckets concerned',
      buckets_affected: 333,
    },
  ]);
});

it('open circuits to WordPress.com are one cause from two on: it is the same service', () => {
  const open = { wpcom_circuit_open: true, wpcom_queue_depth: 5 };
  expect(failing(set('jetmon-b', open)).causes).toMatchObject([
    { headline: 'The WordPress.com circuit of jetmon-b is open, and 5 requests wait' },
  ]);
  const two = setProcesses(open, (row) => isMonitor(row) && row.host_id !== 'jetmon-c');
  expect(failing(two).causes).toMatchObject([
    {
      title: '2 monitors have an open circuit to WordPress.com',
      headline: '2 monitors have an open circuit to WordPress.com: jetmon-a and jetmon-b',
    },
  ]);
});
