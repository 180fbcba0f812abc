import { describe, expect, it } from 'vitest';
import {
  after,
  changeSites,
  deleteProcesses,
  on,
  setDrift,
  setProcesses,
  setWebhooks,
} from '../../testing/change-readings.ts';
import { judge } from '../../testing/judge.ts';
import { failedReading } from '../../testing/make/make-reading.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const RED = setProcesses({ health_status: 'red' }, on('jetmon-b'));
const AMBER = setProcesses({ health_status: 'amber' }, on('jetmon-c'));
const DUE = setWebhooks({ due_now: 3, oldest_pending_ms: NOW_MS - 60_000, oldest_due_ms: NOW_MS - 60_000 });

describe('the decision', () => {
  it.each([
    ['nothing wrong', [], 'advance', 'Safe to continue'],
    ['one amber issue', [AMBER], 'hold', 'Hold: jetmon-c:monitor reports amber'],
    ['two amber ones', [AMBER, DUE], 'hold', 'Hold: jetmon-c:monitor reports amber (and 1 more)'],
    ['one red issue', [RED], 'stop', 'Do not advance: jetmon-b:monitor reports red'],
    ['two red ones', [RED, setDrift(2)], 'stop', 'Do not advance: jetmon-b:monitor reports red (and 1 more)'],
    [
      'a red one among amber ones counts the red alone',
      [RED, AMBER, DUE],
      'stop',
      'Do not advance: jetmon-b:monitor reports red',
    ],
  ] as const)('%s', (_, changes, code, headline) => {
    expect(judge(after(dynamicFleet(), ...changes)).decision).toMatchObject({ code, headline });
  });

  it.each([
    ['pinned as planned', [], 'pinned', 'advance_as_planned', 'Safe to continue: pinned as planned'],
    [
      'pinned, and nobody said that it is planned',
      [],
      null,
      'hold',
      'Hold: monitors are pinned to their ranges',
    ],
    ['pinned as planned, and a warning', [AMBER], 'pinned', 'hold', 'Hold: jetmon-c:monitor reports amber'],
    [
      'pinned as planned, and a red issue',
      [RED],
      'pinned',
      'stop',
      'Do not advance: jetmon-b:monitor reports red',
    ],
  ] as const)('%s', (_, changes, plan, code, headline) => {
    expect(judge(after(pinnedFleet(), ...changes), {}, plan).decision).toMatchObject({ code, headline });
  });

  it('names the cause that it speaks of, and none where the next step may be taken', () => {
    const { decision, causes } = judge(after(pinnedFleet(), AMBER, DUE), {}, 'pinned');
    const spokenOf = causes[decision.cause_ref ?? -1];
    expect(decision.headline).toContain(spokenOf?.title);
    expect(spokenOf?.planned).toBe(false);
    expect(judge(dynamicFleet()).decision.cause_ref).toBeUndefined();
  });

  it('counts the added rules, which the summary leaves out', () => {
    const { decision, summary } = judge(after(dynamicFleet(), deleteProcesses(on('jetmon-b'))));
    expect([decision.code, summary.status]).toEqual(['stop', 'green']);
  });

  it('is never softened for the summary by a plan', () => {
    expect(judge(pinnedFleet(), {}, 'pinned').summary).toMatchObject({
      status: 'amber',
      suggested_next_action_code: 'confirm_bucket_ownership',
    });
  });
});

describe('its detail', () => {
  it('is the first cause in a sentence', () => {
    const { decision, causes } = judge(after(dynamicFleet(), RED, AMBER));
    expect(decision.detail).toBe(causes[0]?.headline);
  });

  it('when all is well: heartbeats and ownership', () => {
    expect(judge(dynamicFleet()).decision.detail).toBe(
      '4 processes, all fresh and well; 1,000 of 1,000 buckets covered, dynamic',
    );
  });

  it('when all is as planned: the same', () => {
    expect(judge(pinnedFleet(), {}, 'pinned').decision.detail).toBe(
      '4 processes, all fresh and well; 1,000 of 1,000 buckets covered, pinned',
    );
  });

  it('when all is well as far as is known: what is not known', () => {
    const fleet = after(dynamicFleet(), setProcesses({ dependency_health: [] }));
    expect(judge({ ...fleet, site_activity: failedReading() }).decision.detail).toBe(
      '4 processes, all fresh and well; 1,000 of 1,000 buckets covered, dynamic; not known: site activity could not be read; no process reports its dependencies',
    );
    expect(
      judge(
        after(
          dynamicFleet(),
          changeSites(() => ({ buckets: [], sites_outside: 0 })),
        ),
      ).decision.detail,
    ).toMatch(/; not known: no active site to check; no active site to compare$/);
  });

  it('when a green process reports a dependency as amber: that too, as its row is amber', () => {
    const slow = setProcesses({ dependency_health: [{ name: 'redis', status: 'amber' }] }, on('jetmon-a'));
    expect(judge(after(dynamicFleet(), slow)).decision).toMatchObject({
      code: 'advance',
      detail: '4 processes, all fresh and well; 1,000 of 1,000 buckets covered, dynamic; redis amber',
    });
  });
});
