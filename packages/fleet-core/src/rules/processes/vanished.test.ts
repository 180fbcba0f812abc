import { describe, expect, it } from 'vitest';
import { after, deleteProcesses, on, setProcesses } from '../../testing/change-readings.ts';
import { issuesOf } from '../../testing/find-issues.ts';
import { goOn } from '../../testing/go-on.ts';
import { judge } from '../../testing/judge.ts';
import { lastLook } from '../../testing/look-again.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const DAY_MS = 86_400_000;
const gone = (ms: number) => after(goOn(dynamicFleet(), ms), deleteProcesses(on('jetmon-b')));
const vanished = (...looks: Parameters<typeof lastLook>[0]) => issuesOf('process_vanished', lastLook(looks));

describe('a process whose row is gone', () => {
  it('is missed once it was seen: amber, with when, and what it reported', () => {
    expect(vanished(dynamicFleet(), gone(120_000))).toEqual([
      {
        code: 'process_vanished',
        severity: 'amber',
        subject: 'jetmon-b:monitor',
        message: 'process jetmon-b:monitor: its row is gone, last seen 2m ago; it reported buckets 334-666',
        since: '2026-04-30T14:00:00Z',
      },
    ]);
  });

  it('is not missed by who never saw it', () => {
    expect(issuesOf('process_vanished', judge(gone(0)))).toEqual([]);
  });

  it.each([
    [DAY_MS, 1],
    [DAY_MS + 1, 0],
  ])('is missed for 24 h since it was last seen: %i ms', (ms, count) => {
    expect(vanished(dynamicFleet(), gone(60_000), gone(ms))).toHaveLength(count);
  });

  it('is missed no more when it comes back', () => {
    expect(vanished(dynamicFleet(), gone(60_000), goOn(dynamicFleet(), 120_000))).toEqual([]);
  });

  it.each([
    ['stopped', 0],
    ['stopping', 1],
    ['running', 1],
    ['', 1],
  ])('is missed unless it was stopped in good order: last seen "%s"', (state, count) => {
    const seen = after(dynamicFleet(), setProcesses({ state }, on('jetmon-b')));
    expect(vanished(seen, gone(60_000))).toHaveLength(count);
  });

  it('is not missed when it is there and cannot be read', () => {
    const hidden = gone(60_000);
    const process_health = { ...hidden.process_health, unreadable: ['jetmon-b:monitor'] };
    expect(vanished(dynamicFleet(), { ...hidden, process_health })).toEqual([]);
  });

  it('that reported no range is told without one', () => {
    const looks = [
      pinnedFleet(),
      after(goOn(pinnedFleet(), 60_000), deleteProcesses(on('jetmon-deliverer-1'))),
    ];
    expect(vanished(...looks)).toMatchObject([{ message: expect.stringMatching(/last seen 60s ago$/) }]);
  });
});

it('several are listed by their names, whatever the order in which they were seen', () => {
  const fleet = dynamicFleet();
  const process_health = { ...fleet.process_health, value: fleet.process_health.value.toReversed() };
  const empty = after(
    goOn(fleet, 60_000),
    deleteProcesses(() => true),
  );
  expect(vanished({ ...fleet, process_health }, empty).map(({ subject }) => subject)).toEqual([
    'jetmon-a:monitor',
    'jetmon-b:monitor',
    'jetmon-c:monitor',
    'jetmon-deliverer-1:deliverer',
  ]);
});
