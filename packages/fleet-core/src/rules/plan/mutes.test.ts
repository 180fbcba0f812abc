import { describe, expect, it } from 'vitest';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { NOTHING_REMEMBERED } from '../../domain/fleet-memory.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { toInstant } from '../../domain/instant.ts';
import { NO_PLAN, type PlannedMute } from '../../domain/plan-in-force.ts';
import { buildSnapshot } from '../../snapshot.ts';
import {
  after,
  deleteOwners,
  deleteProcesses,
  on,
  setDrift,
  setProcesses,
} from '../../testing/change-readings.ts';
import { rowOf } from '../../testing/find-issues.ts';
import { goOn } from '../../testing/go-on.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { lookAgain } from '../../testing/look-again.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makeMute } from '../../testing/make/make-mute.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';
import { remember } from '../memory/remember.ts';
import { rememberMutes } from '../memory/remember-mutes.ts';

const HOUR_MS = 3_600_000;
const amber = (host: string) => setProcesses({ health_status: 'amber' }, on(host));
const red = (host: string) => setProcesses({ health_status: 'red' }, on(host));
const AMBER_B = after(dynamicFleet(), amber('jetmon-b'));
const RED_B = after(dynamicFleet(), red('jetmon-b'));
const inMs = (ms: number) => toInstant(NOW_MS + ms);
const voidsOf = ({ plan }: Closed<FleetSnapshot>) => plan?.muted.map((mute) => mute.void);

const contextOf = (...muted: PlannedMute[]) => makeContext({ plan: makePlan({ muted }) });

/** Judged by these mutes, at the first look or after the looks before it. */
function judgeMuted(readings: FleetReadings, ...muted: PlannedMute[]): Closed<FleetSnapshot> {
  return judgeByPlan(readings, makePlan({ muted }));
}

function lookMuted(looks: readonly FleetReadings[], ...muted: PlannedMute[]) {
  return lookAgain(looks, contextOf(...muted));
}

describe('a muted issue', () => {
  const muted = { by: 'anna', reason: 'new disk', until: '2026-04-30T15:00:00Z' };

  it('does not hold up the decision, which says so with who, why and until when', () => {
    expect(judgeMuted(AMBER_B, makeMute()).decision).toEqual({
      code: 'advance_as_planned',
      headline: 'Safe to continue: 1 known issue muted',
      detail:
        '4 processes: 1 amber; 1,000 of 1,000 buckets covered, dynamic; 1 muted by anna until 15:00 UTC: jetmon-b:monitor reports amber (new disk)',
      muted_count: 1,
    });
  });

  it('that is red is never safe without a word', () => {
    const { decision } = judgeMuted(RED_B, makeMute({ code: 'process_red' }));
    expect(decision).toMatchObject({
      code: 'advance_as_planned',
      headline: 'Safe to continue: 1 known issue muted',
      detail: expect.stringContaining('muted by anna until 15:00 UTC: jetmon-b:monitor reports red'),
    });
  });

  it('beside what was planned is told with it', () => {
    const context = makeContext({ plan: makePlan({ stage: 'pinned', muted: [makeMute()] }) });
    const { decision } = buildSnapshot(after(pinnedFleet(), amber('jetmon-b'), amber('jetmon-c')), context);
    expect(decision.headline).toBe('Safe to continue: pinned as planned, 2 known issues muted');
  });

  it('is none where it was planned: the plan says so already', () => {
    const plan = makePlan({ stage: 'pinned', muted: [makeMute({ code: 'bucket_coverage' })] });
    const { decision, causes } = judgeByPlan(pinnedFleet(), plan);
    expect(decision.headline).toBe('Safe to continue: pinned as planned');
    expect(causes).toMatchObject([{ planned: true }]);
    expect(causes[0]?.muted).toBeUndefined();
  });

  it('leaves the summary as it is', () => {
    const { summary: without } = buildSnapshot(RED_B, makeContext());
    const { summary } = judgeMuted(RED_B, makeMute({ code: 'process_red' }));
    const { issue_details, ...others } = without;
    expect(summary).toEqual({
      ...others,
      issue_details: issue_details.map((issue) => ({ ...issue, muted })),
    });
    expect(summary.status).toBe('red');
  });

  it('stays among the causes and in its row, with who, why and until when', () => {
    const snapshot = judgeMuted(RED_B, makeMute({ code: 'process_red' }));
    expect(snapshot.causes).toMatchObject([{ severity: 'red', planned: false, muted }]);
    expect(rowOf('heartbeats', snapshot)).toMatchObject({ status: 'red', muted });
  });

  it('beside an open one holds nothing up, and is told after it', () => {
    const drifting = after(AMBER_B, setDrift(3));
    const { decision } = judgeMuted(drifting, makeMute({ subject: 'jetmon-b:monitor' }));
    expect(decision).toMatchObject({
      code: 'stop',
      headline: 'Do not advance: 3 sites differ from their open http events',
      detail: expect.stringMatching(/; 1 muted by anna until 15:00 UTC: jetmon-b:monitor reports amber/),
    });
  });
});

describe('a mute concerns', () => {
  it('the issues of its code with its subject, or all of them without one', () => {
    const both = after(AMBER_B, amber('jetmon-c'));
    const ofB = judgeMuted(both, makeMute({ subject: 'jetmon-b:monitor' }));
    expect(ofB.decision.headline).toBe('Hold: jetmon-c:monitor reports amber');
    expect(ofB.causes.map((cause) => cause.muted?.by)).toEqual(['anna', undefined]);
    expect(rowOf('heartbeats', ofB).muted).toBeUndefined();
    expect(judgeMuted(both, makeMute()).decision.code).toBe('advance_as_planned');
  });

  it('is not what the decision speaks of, while the rest of its cause, which comes first, is less than what stops', () => {
    const unowned = after(dynamicFleet(), deleteOwners(on('jetmon-c')), setDrift(2));
    const { causes, decision } = judgeMuted(unowned, makeMute({ code: 'bucket_coverage', subject: null }));
    expect(causes.map(({ code }) => code)).toEqual(['owner_row_missing', 'projection_drift']);
    expect([decision.code, decision.cause_ref]).toEqual(['stop', 1]);
  });

  it('nothing of another code: the rest of a cause counts still', () => {
    const silent = after(dynamicFleet(), setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-b')));
    const { causes, decision } = judgeMuted(silent, makeMute({ code: 'process_stale' }));
    expect(causes).toMatchObject([{ code: 'host_silent', severity: 'red' }]);
    expect([causes[0]?.muted, decision.code]).toEqual([undefined, 'stop']);
  });

  it('what is still open of a cause decides how bad it is', () => {
    const mismatch = after(RED_B, setProcesses({ bucket_max: 700 }, on('jetmon-b')));
    expect(judgeMuted(mismatch, makeMute({ code: 'process_red' })).decision.code).toBe('hold');
  });
});

describe('a mute holds until its end', () => {
  it.each([
    [1000, null],
    [0, 'ended'],
    [-1000, 'ended'],
  ])('%i ms before it: %s', (ms, why) => {
    expect(voidsOf(judgeMuted(AMBER_B, makeMute({ until: inMs(ms) })))).toEqual([why]);
  });

  it('by the clock of the database, to the millisecond', () => {
    const almost = { ...AMBER_B, now_ms: NOW_MS + HOUR_MS - 1 };
    expect(voidsOf(judgeMuted(almost, makeMute()))).toEqual([null]);
    expect(voidsOf(judgeMuted({ ...almost, now_ms: NOW_MS + HOUR_MS }, makeMute()))).toEqual(['ended']);
  });

  it('which may be 24 h ahead, and not a second more', () => {
    const day = 24 * HOUR_MS;
    expect(voidsOf(judgeMuted(AMBER_B, makeMute({ until: inMs(day) })))).toEqual([null]);
    expect(voidsOf(judgeMuted(AMBER_B, makeMute({ until: inMs(day + 1000) })))).toEqual(['too_long']);
  });

  it('then the decision is as if it were not there', () => {
    expect(judgeMuted(AMBER_B, makeMute({ until: inMs(0) })).decision).toMatchObject({
      code: 'hold',
      headline: 'Hold: jetmon-b:monitor reports amber',
      detail: 'jetmon-b:monitor reports amber',
    });
  });
});

describe('a mute is void once what it mutes is worse than when it met it', () => {
  const later = (...changes: Parameters<typeof after>[1][]) =>
    after(goOn(dynamicFleet(), 30_000), ...changes);

  it('by their number', () => {
    const looks = [AMBER_B, later(amber('jetmon-b'), amber('jetmon-c'))];
    expect(lookMuted(looks, makeMute()).map(voidsOf)).toEqual([[null], ['worse']]);
  });

  it('by how much one of them is about', () => {
    const looks = [2, 2, 3].map((count) => after(dynamicFleet(), setDrift(count)));
    const voids = lookMuted(looks, makeMute({ code: 'projection_drift' })).map(voidsOf);
    expect(voids).toEqual([[null], [null], ['worse']]);
  });

  it('by the buckets that nobody owns', () => {
    const [gap, wider] = [
      after(dynamicFleet(), deleteOwners(on('jetmon-c'))),
      later(deleteOwners(on('jetmon-b')), deleteOwners(on('jetmon-c'))),
    ];
    const mute = makeMute({ code: 'bucket_coverage' });
    expect(lookMuted([gap, wider], mute).map(voidsOf)).toEqual([[null], ['worse']]);
  });

  it('by its severity', () => {
    const looks = [
      after(
        dynamicFleet(),
        deleteProcesses(() => true),
        deleteOwners(() => true),
      ),
      later(deleteOwners(on('jetmon-c'))),
    ];
    const mute = makeMute({ code: 'bucket_coverage' });
    expect(lookMuted(looks, mute).map(({ plan }) => plan?.muted[0]?.severity)).toEqual(['amber', 'red']);
    expect(lookMuted(looks, mute).map(voidsOf)).toEqual([[null], ['worse']]);
  });

  it('not when it is less, gone, or there again', () => {
    const looks = [
      after(AMBER_B, amber('jetmon-c')),
      later(amber('jetmon-b')),
      later(amber('jetmon-b'), amber('jetmon-c')),
      later(),
      later(amber('jetmon-a'), amber('jetmon-c')),
    ];
    const voids = lookMuted(looks, makeMute()).map(voidsOf);
    expect(voids).toEqual(looks.map(() => [null]));
  });

  it('not by meeting anything at all: it may be written before the work begins', () => {
    expect(lookMuted([dynamicFleet(), AMBER_B], makeMute()).map(voidsOf)).toEqual([[null], [null]]);
  });

  it('and stays so when it is better again', () => {
    const looks = [AMBER_B, later(amber('jetmon-b'), amber('jetmon-c')), later(amber('jetmon-b'))];
    expect(lookMuted(looks, makeMute()).map(voidsOf).at(-1)).toEqual(['worse']);
    expect(lookMuted(looks, makeMute()).at(-1)?.decision.code).toBe('hold');
  });
});

describe('a void mute stays void', () => {
  const tooLong = makeMute({ until: inMs(24 * HOUR_MS + 1000) });
  const first = rememberMutes(NOTHING_REMEMBERED, judgeMuted(AMBER_B, tooLong));

  it('until its entry is another', () => {
    const memory = remember(first, goOn(AMBER_B, HOUR_MS));
    const judge = (mute: PlannedMute) => buildSnapshot(goOn(AMBER_B, HOUR_MS), contextOf(mute), memory);
    expect(voidsOf(judge(tooLong))).toEqual(['too_long']);
    expect(voidsOf(judge({ ...tooLong, reason: 'still the disk' }))).toEqual([null]);
  });

  it('also while there is no plan, and is forgotten when a plan is without it', () => {
    const without = buildSnapshot(AMBER_B, makeContext({ plan: NO_PLAN }));
    expect(rememberMutes(first, without)).toEqual(first);
    expect(rememberMutes(first, judgeMuted(AMBER_B)).mutes.size).toBe(0);
  });
});

it('what is remembered of mutes survives the way through JSON', () => {
  const { mutes } = rememberMutes(NOTHING_REMEMBERED, judgeMuted(AMBER_B, makeMute()));
  expect(JSON.parse(JSON.stringify([...mutes]))).toEqual([...mutes]);
});
