import { describe, expect, it } from 'vitest';
import type { DependencyEntry } from '../../contract/process.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { makeProcessHealth, type ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { judgeProcesses } from '../processes/processes.ts';
import { judgeDependencies } from './dependencies.ts';

function entry(name: string, status: string, last_error?: string): DependencyEntry {
  return { name, status, ...(last_error === undefined ? {} : { last_error }) };
}

/** Processes `a`, `b`, … with these entries each. */
function judge(...reports: DependencyEntry[][]) {
  return judgeRows(
    reports.map((dependency_health, i) =>
      makeProcessHealth({ host_id: String.fromCharCode(97 + i), dependency_health }),
    ),
  );
}

function judgeRows(rows: ProcessHealth[]) {
  return judgeDependencies(judgeProcesses(rows, NOW_MS, 600));
}

it('without entries there are no dependencies', () => {
  expect(judge([], [])).toEqual([]);
});

it('every entry counts once, also two of the same name in one process', () => {
  const reports = [entry('mysql', 'green'), entry('mysql', 'red'), entry('mysql', 'amber')];
  expect(judge(reports, [entry('mysql', 'green')])).toEqual([
    { name: 'mysql', status: 'red', red_count: 1, amber_count: 1, green_count: 2, stale_count: 0 },
  ]);
});

it.each(['', 'RED', 'Green', 'yellow', ' red', 'unknown', 'constructor'])(
  'an entry of status "%s" counts as amber',
  (status) => {
    expect(judge([entry('mysql', status)])).toMatchObject([
      { status: 'amber', amber_count: 1, red_count: 0 },
    ]);
  },
);

it.each([
  [['green', 'green'], 'green'],
  [['green', 'amber'], 'amber'],
  [['green', 'odd'], 'amber'],
  [['amber', 'red', 'green'], 'red'],
])('a dependency seen as %s is %s: the worst that was seen', (seen, status) => {
  expect(judge(seen.map((one) => entry('mysql', one)))).toMatchObject([{ status }]);
});

it('names are trimmed, and an empty one is unknown', () => {
  const names = judge([
    entry(' mysql\t', 'green'),
    entry('mysql', 'green'),
    entry('', 'green'),
    entry('  ', 'red'),
  ]);
  expect(names).toMatchObject([
    { name: 'unknown', red_count: 1, green_count: 1 },
    { name: 'mysql', green_count: 2 },
  ]);
});

it('a stale process is listened to, and its entries are counted as stale too', () => {
  const rows = [
    makeProcessHealth({ host_id: 'a', dependency_health: [entry('mysql', 'green')] }),
    makeProcessHealth({
      host_id: 'b',
      updated_at_ms: NOW_MS - 600_001,
      dependency_health: [entry('mysql', 'red'), entry('mysql', 'green')],
    }),
  ];
  expect(judgeRows(rows)).toMatchObject([
    { name: 'mysql', status: 'red', red_count: 1, green_count: 2, stale_count: 2 },
  ]);
});

it('red dependencies come first, then amber, then green, each by name in code point order', () => {
  const entries = [
    entry('b', 'green'),
    entry('B', 'green'),
    entry('\u{1f600}', 'amber'),
    entry('\uff21', 'odd'),
    entry('z', 'red'),
    entry('y', 'red'),
  ];
  expect(judge(entries).map(({ name }) => name)).toEqual(['y', 'z', '\uff21', '\u{1f600}', 'B', 'b']);
});

describe('the last error', () => {
  const lastError = (...reports: DependencyEntry[][]) => judge(...reports)[0]?.last_error;

  it('is that of the latest red entry in process order', () => {
    expect(lastError([entry('mysql', 'red', 'first')], [entry('mysql', 'red', 'second')])).toBe('second');
  });

  it('is that of a red entry rather than an amber one, whichever comes first', () => {
    const red = entry('mysql', 'red', 'refused');
    const amber = entry('mysql', 'amber', 'slow');
    expect(lastError([red], [amber])).toBe('refused');
    expect(lastError([amber], [red])).toBe('refused');
  });

  it('is that of the first amber entry while no red one has given an error', () => {
    const ambers = [entry('mysql', 'amber', 'slow'), entry('mysql', 'amber', 'slower')];
    expect(lastError(ambers, [entry('mysql', 'red')])).toBe('slow');
    expect(lastError(ambers, [entry('mysql', 'red', '')])).toBe('slow');
  });

  it('is that of the first amber entry that has one', () => {
    expect(lastError([entry('mysql', 'amber'), entry('mysql', 'amber', 'slow')])).toBe('slow');
  });

  it('is kept when a later red entry gives none', () => {
    expect(lastError([entry('mysql', 'red', 'refused')], [entry('mysql', 'red')])).toBe('refused');
  });

  it('of a green entry is not told', () => {
    expect(judge([entry('mysql', 'green', 'an hour ago')])[0]).not.toHaveProperty('last_error');
  });

  it('of an entry with an unlisted status is not told, though it counts as amber', () => {
    const entries = [entry('mysql', 'odd', 'odd error'), entry('mysql', 'amber', 'slow')];
    expect(lastError(entries)).toBe('slow');
    expect(lastError([entry('mysql', 'odd', 'odd error')])).toBeUndefined();
  });

  it('of one dependency is not told of another', () => {
    expect(judge([entry('redis', 'red', 'refused'), entry('mysql', 'amber')])[1]).not.toHaveProperty(
      'last_error',
    );
  });

  it('follows process order: of two red processes the one listed last gives it', () => {
    const red = (host_id: string, overrides: ProcessOverrides = {}) =>
      makeProcessHealth({
        host_id,
        dependency_health: [entry('mysql', 'red', `from ${host_id}`)],
        ...overrides,
      });
    const stale = red('b', { updated_at_ms: NOW_MS - 600_001 });
    expect(judgeRows([stale, red('a')])).toMatchObject([{ last_error: 'from a' }]);
  });
});
