import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { makeDeliverer, makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { makeReading } from '../../testing/make/make-reading.ts';
import { makeSnapshot } from '../../testing/make/make-snapshot.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { originalIssues, originalIssuesOf } from '../../testing/original-issues.ts';

const STALE = { updated_at_ms: NOW_MS - 725_000 };

/** The issues of an otherwise healthy fleet that has one more process. */
function issuesWith(...rows: ProcessHealth[]) {
  return originalIssuesOf({ process_health: makeReading([makeProcessHealth(), ...rows]) });
}

describe('processes', () => {
  it.each([
    ['process_stale', 'red', { ...STALE }, 'process x:monitor: last heartbeat 725s ago'],
    ['process_red', 'red', { health_status: 'red' }, 'process x:monitor: reports health red'],
    ['process_amber', 'amber', { health_status: 'amber' }, 'process x:monitor: reports health amber'],
    [
      'process_unknown_health',
      'amber',
      { health_status: 'odd' },
      'process x:monitor: reports the unknown health "odd"',
    ],
  ])('%s is a %s issue that names the process', (code, severity, overrides, message) => {
    const row = makeProcessHealth({ host_id: 'x', ...overrides });
    expect(issuesWith(row)).toEqual([
      { code, severity, subject: 'x:monitor', subject_kind: 'process', message },
    ]);
  });

  it.each(['red', 'amber', 'odd'])('silence hides what a process last said: %s', (health_status) => {
    expect(issuesWith(makeProcessHealth({ host_id: 'x', health_status, ...STALE }))).toMatchObject([
      { code: 'process_stale' },
    ]);
  });

  it('one that never had a heartbeat is silent since no known time, and hides not since when another is', () => {
    const silent = (host_id: string, updated_at_ms: number | null) =>
      makeProcessHealth({ host_id, updated_at_ms });
    const rows = [silent('x', null), silent('y', NOW_MS - 725_000)];
    const { summary, checklist } = makeSnapshot({ process_health: makeReading(rows) });
    const since = new Date(NOW_MS - 125_000).toISOString().replace('.000', '');
    const ofHeartbeats = summary.issue_details.filter(({ code }) => code === 'process_stale');
    expect(ofHeartbeats.map((issue) => issue.since)).toEqual([undefined, since]);
    expect(checklist.find(({ code }) => code === 'heartbeats')?.since).toBe(since);
  });

  it('none at all is two amber issues: no snapshots, and no monitors', () => {
    expect(originalIssuesOf({ process_health: makeReading([]) })).toEqual([
      {
        code: 'no_process_snapshots',
        severity: 'amber',
        subject: '',
        message: 'processes: no process has reported its health',
      },
      {
        code: 'no_monitor_processes',
        severity: 'amber',
        subject: '',
        message: 'processes: no monitor process has reported its health',
      },
    ]);
  });

  it('none of them a monitor is one amber issue', () => {
    expect(originalIssuesOf({ process_health: makeReading([makeDeliverer()]) })).toMatchObject([
      { code: 'no_monitor_processes', severity: 'amber', subject: '' },
    ]);
  });

  it('a monitor that is stale or stopped is a monitor still', () => {
    const rows = [makeProcessHealth({ state: 'stopped', ...STALE })];
    const codes = originalIssuesOf({ process_health: makeReading(rows) }).map((issue) => issue.code);
    expect(codes).toEqual(['process_stale']);
  });
});

describe('what a process reports that cannot be trusted', () => {
  it('dependency health that is too long to be read is an amber issue that says so', () => {
    const row = makeProcessHealth({
      host_id: 'x',
      dependency_health: [],
      dependency_health_readable: false,
      dependency_health_too_long: true,
    });
    const snapshot = makeSnapshot({ process_health: makeReading([makeProcessHealth(), row]) });
    expect(originalIssues(snapshot)).toEqual([
      {
        code: 'dependency_health_unreadable',
        severity: 'amber',
        subject: 'x:monitor',
        subject_kind: 'process',
        message: 'process x:monitor: its dependency health is too long to be read',
      },
    ]);
    const headlines = snapshot.causes.map(({ headline }) => headline);
    expect(headlines).toContain('x:monitor reports more dependencies than are read');
  });

  it('dependency health that is no list is an amber issue, and the process is still listed', () => {
    const row = makeProcessHealth({ host_id: 'x', dependency_health: [], dependency_health_readable: false });
    const snapshot = makeSnapshot({ process_health: makeReading([makeProcessHealth(), row]) });
    expect(originalIssues(snapshot)).toEqual([
      {
        code: 'dependency_health_unreadable',
        severity: 'amber',
        subject: 'x:monitor',
        subject_kind: 'process',
        message: 'process x:monitor: its dependency health is no list of entries',
      },
    ]);
    expect(snapshot.processes.map((process) => process.process_id)).toEqual([
      'jetmon-a:monitor',
      'x:monitor',
    ]);
  });

  it.each([
    [60_000, []],
    [
      60_001,
      [
        {
          code: 'heartbeat_in_future',
          severity: 'amber',
          subject: 'x:monitor',
          subject_kind: 'process',
          message:
            "process x:monitor: heartbeat lies 60s in the future; its clock or the database's is wrong",
        },
      ],
    ],
  ])('a heartbeat %i ms ahead of the database', (aheadMs, issues) => {
    expect(issuesWith(makeProcessHealth({ host_id: 'x', updated_at_ms: NOW_MS + aheadMs }))).toEqual(issues);
  });
});
