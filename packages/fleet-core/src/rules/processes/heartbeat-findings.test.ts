import { describe, expect, it } from 'vitest';
import { after, on, setProcesses } from '../../testing/change-readings.ts';
import { issueCodes, issuesOf } from '../../testing/find-issues.ts';
import { goOn } from '../../testing/go-on.ts';
import { judge } from '../../testing/judge.ts';
import { lastLook } from '../../testing/look-again.ts';
import type { ProcessOverrides } from '../../testing/make/make-process-health.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet } from '../../testing/states/base-fleets.ts';

const withB = (columns: ProcessOverrides) => after(dynamicFleet(), setProcesses(columns, on('jetmon-b')));
const aged = (ms: number) => withB({ updated_at_ms: NOW_MS - ms });

describe('a late heartbeat', () => {
  it.each([
    [89_999, []],
    [90_000, []],
    [90_001, ['heartbeat_late']],
    [600_000, ['heartbeat_late']],
    [600_001, ['process_stale', 'owner_without_monitor']],
  ])('is one past 90 s until it is stale: %i ms old', (ageMs, codes) => {
    expect(issueCodes(judge(aged(ageMs)))).toEqual(codes);
  });

  it('is amber, and stands since it was due', () => {
    expect(issuesOf('heartbeat_late', judge(aged(120_000)))).toEqual([
      {
        code: 'heartbeat_late',
        severity: 'amber',
        subject: 'jetmon-b:monitor',
        message: 'process jetmon-b:monitor: last heartbeat 120s ago, late after 90s',
        since: '2026-04-30T13:59:30Z',
      },
    ]);
  });

  it('is late by another limit where one is set', () => {
    expect(issuesOf('heartbeat_late', judge(aged(30_001), { heartbeat_late_sec: 30 }))).toHaveLength(1);
  });

  it.each(['stopped', 'stopping'])('is none of a process that is %s: it sends none', (state) => {
    const fleet = withB({ state, updated_at_ms: NOW_MS - 300_000 });
    expect(issuesOf('heartbeat_late', judge(fleet))).toEqual([]);
  });
});

describe('a heartbeat that stands still', () => {
  const ahead = { updated_at_ms: NOW_MS + 300_000 };
  const looks = (columns: ProcessOverrides, ...laterMs: number[]) =>
    [0, ...laterMs].map((ms) => after(goOn(dynamicFleet(), ms), setProcesses(columns, on('jetmon-b'))));

  it.each([
    [89_999, 0],
    [90_000, 0],
    [90_001, 1],
  ])('is one that has not moved for more than 90 s while it was watched: %i ms', (ms, count) => {
    expect(issuesOf('heartbeat_frozen', lastLook(looks(ahead, 30_000, ms)))).toHaveLength(count);
  });

  it('is amber, and stands since it was first seen', () => {
    expect(issuesOf('heartbeat_frozen', lastLook(looks(ahead, 120_000)))).toEqual([
      {
        code: 'heartbeat_frozen',
        severity: 'amber',
        subject: 'jetmon-b:monitor',
        message:
          'process jetmon-b:monitor: its heartbeat has not moved for 2m, though its time is not old; the process may be dead, and its clock was ahead',
        since: '2026-04-30T14:00:00Z',
      },
    ]);
  });

  it('is late, not frozen, once its time is old', () => {
    expect(issueCodes(lastLook(looks({ updated_at_ms: NOW_MS }, 120_000)))).toEqual(['heartbeat_late']);
  });

  it('is none at the first look, whatever its time says', () => {
    expect(issuesOf('heartbeat_frozen', judge(withB(ahead)))).toEqual([]);
  });

  it('is none of a stopped process', () => {
    expect(issuesOf('heartbeat_frozen', lastLook(looks({ ...ahead, state: 'stopped' }, 120_000)))).toEqual(
      [],
    );
  });

  it('moves on as soon as another heartbeat comes', () => {
    const [first, frozen] = looks(ahead, 120_000);
    const moved = looks({ updated_at_ms: NOW_MS + 300_001 }, 150_000).slice(1);
    const again = looks({ updated_at_ms: NOW_MS + 300_001 }, 240_000).slice(1);
    const all = [first, frozen, ...moved].flatMap((look) => look ?? []);
    expect(issuesOf('heartbeat_frozen', lastLook(all))).toEqual([]);
    expect(issuesOf('heartbeat_frozen', lastLook([...all, ...again]))).toEqual([]);
  });
});

it('a heartbeat ahead and standing still is two issues: its clock, and that it may be dead', () => {
  const columns = setProcesses({ updated_at_ms: NOW_MS + 600_000 }, on('jetmon-b'));
  const looks = [0, 100_000].map((ms) => after(goOn(dynamicFleet(), ms), columns));
  expect(issueCodes(lastLook(looks))).toEqual(['heartbeat_in_future', 'heartbeat_frozen']);
});
