import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../snapshot.ts';
import {
  after,
  type Change,
  deleteOwners,
  deleteProcesses,
  isMonitor,
  on,
  setOwners,
  setProcesses,
} from '../../testing/change-readings.ts';
import { issueCodes, issuesOf, rowOf } from '../../testing/find-issues.ts';
import { goOn } from '../../testing/go-on.ts';
import { lastLook } from '../../testing/look-again.ts';
import { makeContext } from '../../testing/make/make-context.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';

const RETIRED_B = makeContext({ plan: makePlan({ retired: ['jetmon-b'] }) });
const SILENT = setProcesses({ updated_at_ms: NOW_MS - 86_400_000 }, on('jetmon-b'));
const STOPPED = setProcesses({ state: 'stopped', health_status: 'amber' }, on('jetmon-b'));
/** A and c have taken over what b had. */
const HANDED_OVER: readonly Change[] = [
  deleteOwners(on('jetmon-b')),
  setOwners({ bucket_max: 666 }, on('jetmon-a')),
  setProcesses({ bucket_max: 666 }, on('jetmon-a')),
];

const judge = (...changes: readonly Change[]) =>
  buildSnapshot(after(dynamicFleet(), ...HANDED_OVER, ...changes), RETIRED_B);

describe('a retired process', () => {
  it.each([
    ['is silent', [SILENT]],
    ['was stopped in good order', [STOPPED]],
    ['was stopped, and its row is old', [STOPPED, SILENT]],
    ['ended red', [setProcesses({ health_status: 'red' }, on('jetmon-b')), SILENT]],
    ['ended with an unknown health', [setProcesses({ health_status: 'odd' }, on('jetmon-b')), SILENT]],
    [
      'ended with a failing dependency',
      [setProcesses({ dependency_health: [{ name: 'mysql', status: 'red' }] }, on('jetmon-b')), SILENT],
    ],
    [
      'reported dependencies that cannot be read',
      [setProcesses({ dependency_health_readable: false }, on('jetmon-b')), SILENT],
    ],
  ] as const)('raises nothing when it %s', (_, changes) => {
    const snapshot = judge(...changes);
    expect(issueCodes(snapshot)).toEqual([]);
    expect(snapshot.decision.code).toBe('advance');
    expect(snapshot.checklist.map(({ status }) => status)).not.toContain('amber');
    expect(snapshot.dependencies).toMatchObject([{ status: 'green' }]);
  });

  it('raises nothing when it was stopped and its heartbeat lies ahead of the clock', () => {
    const ahead = setProcesses({ updated_at_ms: NOW_MS + 61_000 }, on('jetmon-b'));
    expect(issueCodes(judge(STOPPED, ahead))).toEqual([]);
  });

  it('raises nothing when its row is taken away', () => {
    const handedOver = after(dynamicFleet(), ...HANDED_OVER);
    const gone = after(goOn(handedOver, 30_000), deleteProcesses(on('jetmon-b')));
    expect(issueCodes(lastLook([handedOver, gone], makeContext()))).toEqual(['process_vanished']);
    expect(issueCodes(lastLook([handedOver, gone], RETIRED_B))).toEqual([]);
  });

  it('is listed last and marked, and no other is', () => {
    const marks = judge(SILENT).processes.map(({ process_id, retired }) => [process_id, retired]);
    expect(marks.at(-1)).toEqual(['jetmon-b:monitor', true]);
    expect(marks.filter(([, retired]) => retired !== undefined)).toHaveLength(1);
  });

  it('counts in the rows of its type, and in nothing of the summary', () => {
    const { summary, process_counts } = judge(SILENT);
    expect(summary).toMatchObject({
      stale_processes: 0,
      red_processes: 0,
      amber_processes: 0,
      green_processes: 3,
      monitor_processes: 2,
    });
    expect(process_counts).toMatchObject({ monitor: 3 });
  });

  it('is told beside those that are expected', () => {
    expect(rowOf('heartbeats', judge(SILENT)).fact).toBe('3 processes, all fresh and well; 1 retired');
  });

  it('may be one of several on its host', () => {
    const context = makeContext({ plan: makePlan({ retired: ['jetmon-b:monitor'] }) });
    const deliverer = after(
      dynamicFleet(),
      ...HANDED_OVER,
      SILENT,
      setProcesses({ host_id: 'jetmon-b', updated_at_ms: NOW_MS - 601_000 }, on('jetmon-deliverer-1')),
    );
    const subjects = issuesOf('process_stale', buildSnapshot(deliverer, context)).map(
      ({ subject }) => subject,
    );
    expect(subjects).toEqual(['jetmon-deliverer-1:deliverer']);
  });
});

describe('what is retired and still there is not hidden', () => {
  const mismatches = (snapshot: ReturnType<typeof judge>) =>
    issuesOf('plan_mismatch', snapshot).map(({ message, severity }) => [severity, message]);

  it.each([
    [600_000, [['amber', 'plan: jetmon-b is retired by plan and still runs']]],
    [600_001, []],
  ])('a heartbeat %i ms old: %j', (ms, told) => {
    expect(mismatches(judge(setProcesses({ updated_at_ms: NOW_MS - ms }, on('jetmon-b'))))).toEqual(told);
  });

  it('nor is anything of its trouble, for as long as it works: that it does no more is only planned', () => {
    const red = setProcesses({ health_status: 'red' }, on('jetmon-b'));
    const snapshot = judge(red);
    expect(issueCodes(snapshot)).toEqual(['process_red', 'range_mismatch', 'plan_mismatch']);
    expect([snapshot.decision.code, snapshot.summary.status]).toEqual(['stop', 'red']);
    expect(snapshot.processes.filter(({ retired }) => retired)).toEqual([]);
    expect(issueCodes(judge(red, SILENT))).toEqual([]);
  });

  it('once, though the plan lists the monitors that there are to be', () => {
    const monitors = ['jetmon-a', 'jetmon-c'].map((host_id) => ({
      host_id,
      bucket_min: null,
      bucket_max: null,
    }));
    const context = makeContext({ plan: makePlan({ monitors, retired: ['jetmon-b'] }) });
    expect(mismatches(buildSnapshot(after(dynamicFleet(), ...HANDED_OVER), context))).toEqual([
      ['amber', 'plan: jetmon-b is retired by plan and still runs'],
    ]);
  });

  it('pinned, with the range that it holds', () => {
    expect(mismatches(buildSnapshot(pinnedFleet(), RETIRED_B))).toEqual([
      ['amber', 'plan: jetmon-b is retired by plan and still runs and holds 334-666'],
    ]);
  });

  it('at work and an owner', () => {
    expect(mismatches(buildSnapshot(dynamicFleet(), RETIRED_B))).toEqual([
      ['amber', 'plan: jetmon-b is retired by plan and still runs and still owns 334-666'],
    ]);
  });

  it('silent and still an owner: nobody watches its buckets, and that is red as ever, in one cause', () => {
    const { decision, causes, summary } = buildSnapshot(after(dynamicFleet(), SILENT), RETIRED_B);
    expect(decision.code).toBe('stop');
    expect(causes).toMatchObject([{ code: 'owner_without_monitor', severity: 'red', buckets_affected: 333 }]);
    expect(summary.issue_details.map(({ code }) => code)).toEqual(['owner_without_monitor', 'plan_mismatch']);
  });

  it('a gap that it leaves is a gap', () => {
    const { bucket_coverage, decision } = buildSnapshot(
      after(dynamicFleet(), SILENT, deleteOwners(on('jetmon-b'))),
      RETIRED_B,
    );
    expect([bucket_coverage.code, decision.code]).toEqual(['gap', 'stop']);
  });

  it.each([
    ['and its row is there', SILENT],
    ['and its row was taken away', deleteProcesses(on('jetmon-b'))],
  ])('a gap that it leaves beside that of a silent host is not the silent one’s, %s', (_, change) => {
    const silentC = setProcesses({ updated_at_ms: NOW_MS - 601_000 }, on('jetmon-c'));
    const now = after(
      dynamicFleet(),
      change,
      silentC,
      deleteOwners(on('jetmon-b')),
      deleteOwners(on('jetmon-c')),
    );
    const codes = lastLook([dynamicFleet(), now], RETIRED_B).causes.map(({ code }) => code);
    expect(codes).toEqual(['bucket_coverage', 'host_silent']);
  });

  it('a fleet of which every monitor is retired has none', () => {
    const all = makeContext({ plan: makePlan({ retired: ['jetmon-a', 'jetmon-b', 'jetmon-c'] }) });
    const snapshot = buildSnapshot(
      after(
        dynamicFleet(),
        deleteOwners(() => true),
        setProcesses({ updated_at_ms: NOW_MS - 601_000 }, isMonitor),
      ),
      all,
    );
    expect(issuesOf('no_monitor_processes', snapshot)).toMatchObject([
      { message: 'processes: every monitor process that has reported is retired by plan' },
    ]);
    expect(snapshot.decision.code).not.toMatch(/^advance/);
  });
});

describe('the steps name the line of the plan that retires', () => {
  const stepsOf = (changes: readonly Change[], plan = makeContext()) =>
    buildSnapshot(after(dynamicFleet(), ...changes), plan).causes[0]?.steps.map(({ text }) => text) ?? [];
  const NAMED = 'write "retired": ["jetmon-b"] in';

  it('of a host that was stopped in good order', () => {
    expect(stepsOf([STOPPED, SILENT]).at(-1)).toBe(
      `If retired for good, ${NAMED} a plan, and name its file in FLEET_PLAN_FILE.`,
    );
    expect(stepsOf([STOPPED, SILENT], makeContext({ plan: makePlan() })).at(-1)).toBe(
      `If retired for good, ${NAMED} plan.json (FLEET_PLAN_FILE).`,
    );
  });

  it('and that it is planned, where it is', () => {
    const monitors = [{ host_id: 'jetmon-b', bucket_min: null, bucket_max: null }];
    expect(stepsOf([STOPPED, SILENT], makeContext({ plan: makePlan({ monitors }) })).at(-1)).toBe(
      `If retired for good, ${NAMED} plan.json (FLEET_PLAN_FILE), and take it out of where it is planned.`,
    );
  });

  it('of one whose row is gone', () => {
    const gone = after(
      goOn(dynamicFleet(), 30_000),
      deleteProcesses(on('jetmon-b')),
      deleteOwners(on('jetmon-b')),
    );
    expect(lastLook([dynamicFleet(), gone]).causes[0]?.steps.at(-1)?.text).toContain(NAMED);
  });

  it('not of one that has died: that is nothing to be planned away', () => {
    expect(stepsOf([SILENT]).join()).not.toContain('retired');
  });
});
