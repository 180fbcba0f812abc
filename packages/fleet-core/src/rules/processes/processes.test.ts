import { describe, expect, it } from 'vitest';
import type { ProcessHealth } from '../../domain/process-health.ts';
import {
  makeDeliverer,
  makeProcessHealth,
  type ProcessOverrides,
} from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { countByType, countVersions, judgeProcesses } from './processes.ts';

const STALE = { updated_at_ms: NOW_MS - 600_001 };

function judge(overrides: ProcessOverrides) {
  return judgeProcesses([makeProcessHealth(overrides)], NOW_MS, 600)[0];
}

function orderOf(rows: ProcessHealth[]): string[] {
  return judgeProcesses(rows, NOW_MS, 600).map(({ process }) => process.process_id);
}

describe('the condition of a process', () => {
  it.each(['green', 'amber', 'red'])('a fresh process that reports %s counts as that', (health_status) => {
    expect(judge({ health_status })?.condition).toBe(health_status);
  });

  it.each(['', 'GREEN', 'Red', ' green', 'warning', 'stale', 'constructor'])(
    'a health of "%s" is none of the three words: unknown',
    (health_status) => {
      expect(judge({ health_status })?.condition).toBe('unknown');
    },
  );

  it.each(['green', 'amber', 'red', 'odd'])(
    'a stale process counts as stale, whatever it last said: %s',
    (last) => {
      expect(judge({ health_status: last, ...STALE })?.condition).toBe('stale');
    },
  );

  it('a heartbeat exactly at the grace is fresh, one millisecond past it is stale', () => {
    expect(judge({ updated_at_ms: NOW_MS - 600_000 })?.process.stale).toBe(false);
    expect(judge({ updated_at_ms: NOW_MS - 600_001 })?.process.stale).toBe(true);
  });
});

describe('an active process', () => {
  it.each([
    ['running', true],
    ['idle', true],
    ['starting', true],
    ['an unheard-of state', true],
    ['', true],
    ['stopping', false],
    ['stopped', false],
  ])('a fresh process that is "%s" is active: %s', (state, active) => {
    expect(judge({ state })?.active).toBe(active);
  });

  it('a stale process is not active, though it last said running', () => {
    expect(judge({ state: 'running', ...STALE })?.active).toBe(false);
  });
});

describe('a heartbeat ahead of the clock', () => {
  it.each([
    [60_000, 0],
    [60_001, 60],
    [90_500, 91],
  ])('a heartbeat %i ms ahead is reported as %i s ahead', (aheadMs, seconds) => {
    expect(judge({ updated_at_ms: NOW_MS + aheadMs })?.ahead_sec).toBe(seconds);
  });

  it('its age is 0 and it is not stale', () => {
    const process = judge({ updated_at_ms: NOW_MS + 3_600_000 })?.process;
    expect(process).toMatchObject({ last_heartbeat_age_sec: 0, stale: false });
  });
});

it('every column of the row is passed on, times as instants', () => {
  const row = makeProcessHealth({ started_at_ms: NOW_MS - 1500, rss_mem_mb: null });
  expect(judgeProcesses([row], NOW_MS, 600)[0]?.process).toEqual({
    ...row.reported,
    dependency_health: row.dependency_health,
    started_at: '2026-04-30T13:59:58Z',
    updated_at: '2026-04-30T13:59:56Z',
    created_at: '2026-04-29T14:00:00Z',
    last_heartbeat_age_sec: 4,
    stale: false,
  });
});

it('a process that never said when it started has no start', () => {
  expect(judge({ started_at_ms: null })?.process.started_at).toBeNull();
});

describe('the order of processes', () => {
  const at = (host_id: string, overrides: ProcessOverrides = {}) =>
    makeProcessHealth({ host_id, ...overrides });

  it('is stale, red, amber, then the rest; an unknown health is sorted with green', () => {
    const rows = [
      at('a', { health_status: 'green' }),
      at('b', { health_status: 'odd' }),
      at('c', { health_status: 'green' }),
      at('d', { health_status: 'amber' }),
      at('e', { health_status: 'red' }),
      at('f', { health_status: 'green', ...STALE }),
    ];
    expect(orderOf(rows)).toEqual(['f', 'e', 'd', 'a', 'b', 'c'].map((host) => `${host}:monitor`));
  });

  it('a stale process that last said red stands among the stale ones by its name', () => {
    const rows = [at('b', { health_status: 'red', ...STALE }), at('a', STALE)];
    expect(orderOf(rows)).toEqual(['a:monitor', 'b:monitor']);
  });

  it('within that monitors come first, then deliverers, then all other types alike', () => {
    const rows = [
      at('a', { process_type: 'zebra' }),
      at('b', { process_type: 'api' }),
      makeDeliverer({ host_id: 'c' }),
      at('d', { process_type: 'monitor' }),
    ];
    expect(orderOf(rows)).toEqual(['d:monitor', 'c:deliverer', 'a:zebra', 'b:api']);
  });

  it('health outranks the type', () => {
    expect(orderOf([at('a'), makeDeliverer({ host_id: 'b', health_status: 'amber' })])).toEqual([
      'b:deliverer',
      'a:monitor',
    ]);
  });

  it('within that the host decides, then the process id, by code point', () => {
    const rows = [
      at('b', { process_id: '1' }),
      at('\u{1f600}', { process_id: '2' }),
      at('\uff21', { process_id: '3' }),
      at('B', { process_id: '5' }),
      at('B', { process_id: '4' }),
    ];
    expect(orderOf(rows)).toEqual(['4', '5', '1', '3', '2']);
  });
});

describe('counts', () => {
  const process = (process_type: string, version: string) =>
    judgeProcesses([makeProcessHealth({ process_type, version })], NOW_MS, 600).map(
      (judged) => judged.process,
    );

  it('rows are counted by type, also a type that JavaScript objects know by another meaning', () => {
    const rows = ['monitor', 'deliverer', 'monitor', 'constructor'].flatMap((type) => process(type, '1'));
    const counts = countByType(rows);
    expect(counts).toEqual({ constructor: 1, deliverer: 1, monitor: 2 });
    expect(Object.keys(counts)).toEqual(['constructor', 'deliverer', 'monitor']);
  });

  it('without rows there is nothing to count', () => {
    expect(countByType([])).toEqual({});
    expect(countVersions([])).toEqual([]);
  });

  it('versions are listed most common first, then by version, then by type, by code point', () => {
    const rows = [
      ...process('monitor', '2.0.0'),
      ...process('deliverer', '2.0.0'),
      ...process('monitor', '1.9.0'),
      ...process('monitor', '10.0.0'),
      ...process('api', '2.1.0'),
      ...process('api', '2.1.0'),
    ];
    expect(countVersions(rows)).toEqual([
      { version: '2.1.0', process_type: 'api', count: 2 },
      { version: '1.9.0', process_type: 'monitor', count: 1 },
      { version: '10.0.0', process_type: 'monitor', count: 1 },
      { version: '2.0.0', process_type: 'deliverer', count: 1 },
      { version: '2.0.0', process_type: 'monitor', count: 1 },
    ]);
  });

  it('a version and type are told apart wherever one ends and the other begins', () => {
    expect(countVersions([...process('b,c', 'a'), ...process('c', 'a,b')])).toHaveLength(2);
  });
});
