import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import {
  makeDeliverer,
  makePinnedMonitor,
  makeProcessHealth,
} from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { NOW_MS } from '../../testing/make/now.ts';

const STALE = { updated_at_ms: NOW_MS - 600_001 };

function summaryOf(...rows: ProcessHealth[]) {
  return makeSnapshot({ process_health: makeReading(rows) }).summary;
}

describe('the status is that of the worst issue', () => {
  it('green without issues', () => {
    expect(makeSnapshot().summary).toMatchObject({
      status: 'green',
      message: 'fleet is healthy',
      issues: [],
    });
  });

  it('amber with amber issues only', () => {
    expect(summaryOf(makePinnedMonitor('a', 0, 999))).toMatchObject({
      status: 'amber',
      message: 'fleet needs operator attention',
    });
  });

  it('red with one red issue among amber ones', () => {
    expect(
      summaryOf(makePinnedMonitor('a', 0, 999), makeProcessHealth({ health_status: 'red' })),
    ).toMatchObject({
      status: 'red',
      message: 'fleet is not safe to advance',
    });
  });

  it('amber when a green process reports what cannot be read', () => {
    expect(summaryOf(makeProcessHealth({ dependency_health_readable: false })).status).toBe('amber');
  });

  it('green when a dependency is red but its process says green: the process decides', () => {
    const row = makeProcessHealth({ dependency_health: [{ name: 'mysql', status: 'red' }] });
    expect(summaryOf(row)).toMatchObject({ status: 'green', dependency_red_count: 1 });
  });
});

describe('process counts', () => {
  it.each([
    ['green', {}, [0, 0, 1, 0]],
    ['amber', { health_status: 'amber' }, [0, 1, 0, 0]],
    ['unknown, which counts as amber', { health_status: 'odd' }, [0, 1, 0, 0]],
    ['red', { health_status: 'red' }, [1, 0, 0, 0]],
    ['stale after green, which counts as red too', STALE, [1, 0, 0, 1]],
    ['stale after red, which counts as red once', { health_status: 'red', ...STALE }, [1, 0, 0, 1]],
    ['stale after amber, which is amber no more', { health_status: 'amber', ...STALE }, [1, 0, 0, 1]],
  ])('a process that is %s', (_, overrides, [red, amber, green, stale]) => {
    expect(summaryOf(makeProcessHealth(overrides))).toMatchObject({
      red_processes: red,
      amber_processes: amber,
      green_processes: green,
      stale_processes: stale,
    });
  });

  it('monitors and deliverers are counted, stopped and stale ones too; other types are not', () => {
    const rows = [
      makeProcessHealth({ host_id: 'a', state: 'stopped' }),
      makeProcessHealth({ host_id: 'b', ...STALE }),
      makeDeliverer(),
      makeProcessHealth({ host_id: 'c', process_type: 'Monitor' }),
    ];
    expect(summaryOf(...rows)).toMatchObject({ monitor_processes: 2, deliverer_processes: 1 });
  });
});

it('red entries count where their dependency is red, amber entries where theirs is amber', () => {
  const reports = (name: string, ...words: string[]) => words.map((status) => ({ name, status }));
  const row = makeProcessHealth({
    dependency_health: [
      ...reports('mysql', 'red', 'red', 'amber', 'green'),
      ...reports('redis', 'amber', 'odd', 'green'),
      ...reports('statsd', 'green'),
    ],
  });
  // mysql: 2 red, and its 1 amber entry is not counted; redis: 1 amber + 1 unlisted.
  expect(summaryOf(row)).toMatchObject({ dependency_red_count: 2, dependency_amber_count: 2 });
});

it('issues are the messages of the details, in their order', () => {
  const { issues, issue_details } = summaryOf(
    makePinnedMonitor('a', 0, 999),
    makeProcessHealth({ health_status: 'red' }),
  );
  expect(issues).toEqual(issue_details.map((issue) => issue.message));
  expect(issues.length).toBeGreaterThanOrEqual(2);
});
