import { describe, expect, it } from 'vitest';
import { after, isMonitor, on, setProcesses } from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { judge } from '../../testing/judge.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const RED = { dependency_health: [{ name: 'mysql', status: 'red', last_error: 'gone' }] };
const setB = (columns: ProcessOverrides) => after(dynamicFleet(), setProcesses(columns, on('jetmon-b')));
const messages = (fleet: ReturnType<typeof setB>) =>
  issuesOf('dependency_red', judge(fleet)).map((issue) => issue.message);

describe('a dependency that is red under green processes', () => {
  it('is amber, and names the hosts and the error', () => {
    expect(issuesOf('dependency_red', judge(setB(RED)))).toEqual([
      {
        code: 'dependency_red',
        severity: 'amber',
        subject: 'mysql',
        message: 'dependency mysql: red on jetmon-b, which reports green: gone',
      },
    ]);
  });

  it('of several hosts is one issue', () => {
    expect(messages(after(dynamicFleet(), setProcesses(RED, isMonitor)))).toEqual([
      'dependency mysql: red on jetmon-a, jetmon-b and jetmon-c, which report green: gone',
    ]);
  });

  it('is named as it counts, without blanks, and told without an error where there is none', () => {
    const dependency_health = [
      { name: ' mysql ', status: 'red' },
      { name: '', status: 'red' },
    ];
    expect(messages(setB({ dependency_health }))).toEqual([
      'dependency mysql: red on jetmon-b, which reports green',
      'dependency unknown: red on jetmon-b, which reports green',
    ]);
  });

  it.each([
    ['the process is red for it', { ...RED, health_status: 'red' }],
    ['the process is amber for it', { ...RED, health_status: 'amber' }],
    ['the process is of unknown health', { ...RED, health_status: 'odd' }],
    ['the process is silent', { ...RED, updated_at_ms: NOW_MS - 601_000 }],
    ['it is amber', { dependency_health: [{ name: 'mysql', status: 'amber' }] }],
    ['it is of another word', { dependency_health: [{ name: 'mysql', status: 'RED' }] }],
  ])('is not told when %s', (_, columns) => {
    expect(messages(setB(columns))).toEqual([]);
  });

  it('is not told as soon as one process is unwell for it: that process is an issue', () => {
    const fleet = after(setB(RED), setProcesses({ ...RED, health_status: 'amber' }, on('jetmon-c')));
    expect(messages(fleet)).toEqual([]);
  });

  it('is told although a silent process said it last as well: that proves nothing', () => {
    const fleet = after(setB(RED), setProcesses({ ...RED, updated_at_ms: NOW_MS - 601_000 }, on('jetmon-c')));
    expect(messages(fleet)).toEqual(['dependency mysql: red on jetmon-b, which reports green: gone']);
  });

  it('is told although another process is unwell for something else', () => {
    const fleet = after(setB(RED), setProcesses({ health_status: 'red' }, on('jetmon-c')));
    expect(messages(fleet)).toHaveLength(1);
  });
});

describe('an open circuit to WordPress.com', () => {
  it.each([
    [0, '0 requests wait'],
    [1, '1 request waits'],
    [99_999, '99,999 requests wait'],
  ])('is amber, with the queue behind it: %i', (wpcom_queue_depth, waiting) => {
    expect(
      issuesOf('wpcom_circuit_open', judge(setB({ wpcom_circuit_open: true, wpcom_queue_depth }))),
    ).toEqual([
      {
        code: 'wpcom_circuit_open',
        severity: 'amber',
        subject: 'jetmon-b:monitor',
        message: `process jetmon-b:monitor: its circuit to WordPress.com is open, and ${waiting}`,
      },
    ]);
  });

  it.each([
    ['a monitor that has stopped', { state: 'stopped' }],
    ['a silent monitor', { updated_at_ms: NOW_MS - 601_000 }],
    ['a deliverer', { process_type: 'deliverer' }],
  ])('is none of %s', (_, columns) => {
    expect(issuesOf('wpcom_circuit_open', judge(setB({ wpcom_circuit_open: true, ...columns })))).toEqual([]);
  });
});

it('thousands of red dependencies are told in no more steps than there are', () => {
  const looks = { count: 0 };
  const entry = (i: number) => ({
    get name() {
      looks.count += 1;
      return `dependency-${i}`;
    },
    status: 'red',
  });
  const dependency_health = Array.from({ length: 2000 }, (_, i) => entry(i));
  expect(messages(setB({ dependency_health }))).toHaveLength(2000);
  expect(looks.count).toBeLessThan(20 * 2000);
});
