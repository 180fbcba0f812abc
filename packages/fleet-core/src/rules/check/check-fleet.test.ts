import { labelledStates } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { GATE_LIMITS } from '../../contract/answers/gate.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import { ISSUE_CODES } from '../../contract/issue.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import { judge } from '../../testing/judge.ts';
import { judgeByPlan } from '../../testing/judge-by-plan.ts';
import { makeDrift } from '../../testing/make/make-drift.ts';
import { makeMute } from '../../testing/make/make-mute.ts';
import { makePlan } from '../../testing/make/make-plan.ts';
import { makeProcessHealth } from '../../testing/make/make-process-health.ts';
import { failedReading, makeReading } from '../../testing/make/make-reading.ts';
import { makeBucketActivity, makeSiteChecks } from '../../testing/make/make-site-checks.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { dynamicFleet, pinnedFleet } from '../../testing/states/base-fleets.ts';
import { readingsOfState } from '../../testing/states/readings-of-state.ts';
import { judgeGate } from '../gate/gate.ts';
import { CHECK_CODES, checkFleet } from './check-fleet.ts';
import { type CheckOptions, STRICT_CHECK } from './check-options.ts';

const snapshotOf = (overrides: Partial<FleetReadings> = {}): FleetSnapshot => judge(dynamicFleet(overrides));
const drift = (count: number) => ({ projection_drift: makeReading(makeDrift(count)) });

/** The fleet with some of its processes changed, by host. */
function withHosts(changes: Readonly<Record<string, Parameters<typeof makeProcessHealth>[0] | null>>) {
  const { process_health } = dynamicFleet();
  const changed = process_health.value.flatMap((row) => {
    const change = changes[row.reported.host_id];
    if (change === undefined) return row;
    if (change === null) return [];
    const { host_id, bucket_min, bucket_max, delivery_owner_host } = row.reported;
    return makeProcessHealth({ host_id, bucket_min, bucket_max, delivery_owner_host, ...change });
  });
  return { process_health: makeReading(changed) };
}

const silent = withHosts({ 'jetmon-b': { updated_at_ms: NOW_MS - 900_000 } });
const amber = withHosts({ 'jetmon-b': { health_status: 'amber' } });
const healthy = snapshotOf();
const activity = makeReading(
  makeSiteChecks({ buckets: Array.from({ length: 1000 }, (_, bucket_no) => makeBucketActivity(bucket_no)) }),
);
const beyond = makeReading(
  makeSiteChecks({
    buckets: Array.from({ length: 1000 }, (_, bucket_no) => makeBucketActivity(bucket_no)),
    sites_outside: 5,
  }),
);
const mutes = makePlan({ muted: [makeMute({ code: 'projection_drift' })] });

const STATES: Readonly<Record<string, FleetSnapshot>> = {
  'all is well': healthy,
  'pinned as planned': judge(pinnedFleet(), {}, 'pinned'),
  'pinned, and nobody planned it': judge(pinnedFleet()),
  'one process amber': snapshotOf(amber),
  'one monitor silent': snapshotOf(silent),
  drift: snapshotOf(drift(3)),
  'drift, muted': judgeByPlan(dynamicFleet(drift(3)), mutes),
  'drift, muted, and one process amber': judgeByPlan(dynamicFleet({ ...drift(3), ...amber }), mutes),
  'sites beyond the buckets, read 61 s ago': snapshotOf({
    site_activity: { ...beyond, read_at_ms: NOW_MS - 61_000 },
  }),
  'drift could not be read': snapshotOf({ projection_drift: failedReading() }),
  'checks of sites could not be read': snapshotOf({ site_activity: failedReading() }),
  'drift, and checks could not be read': snapshotOf({ ...drift(3), site_activity: failedReading() }),
  'checks were read 61 s ago': snapshotOf({ site_activity: { ...activity, read_at_ms: NOW_MS - 61_000 } }),
  'checks were read 60 s ago': snapshotOf({ site_activity: { ...activity, read_at_ms: NOW_MS - 60_000 } }),
  'nobody reports': snapshotOf({ process_health: makeReading([]) }),
  'a decision of a newer dashboard': {
    ...healthy,
    decision: JSON.parse('{"code":"wait_and_see","headline":"Wait","detail":"See"}'),
  },
  'a stop for which no cause is told': {
    ...healthy,
    decision: { code: 'stop', headline: 'Do not advance', detail: 'Because.' },
  },
};

const OPTIONS: Readonly<Record<string, Partial<CheckOptions>>> = {
  nothing: {},
  'max=amber': { max: 'amber' },
  'as-planned': { asPlanned: true },
  'as-planned max=amber': { asPlanned: true, max: 'amber' },
  'only=heartbeats': { only: ['heartbeats'] },
  'only=ownership': { only: ['ownership'] },
  'only=checks,drift': { only: ['checks', 'drift'] },
  'only=checks max=amber': { only: ['checks'], max: 'amber' },
  'only=verifliers': { only: ['verifliers'] },
  'ignore=drift': { ignore: ['projection_drift'] },
  'expect 3,1': { expect: { monitors: 3, deliverers: 1 } },
  'expect 4': { expect: { monitors: 4 } },
  'expect 2': { expect: { monitors: 2 } },
  'expect 2 max=amber': { expect: { monitors: 2 }, max: 'amber' },
};

/** Exit codes, one for each of the options in their order. */
const EXPECTED: Readonly<Record<string, string>> = {
  'all is well': '0 0 0 0 0 0 0 0 3 0 0 2 1 0',
  'pinned as planned': '1 0 0 0 0 1 0 0 3 1 1 2 1 0',
  'pinned, and nobody planned it': '1 0 1 0 0 1 0 0 3 1 1 2 1 0',
  'one process amber': '1 0 1 0 1 0 0 0 3 1 1 2 1 0',
  'one monitor silent': '2 2 2 2 2 2 0 0 3 2 2 2 2 2',
  drift: '2 2 2 2 0 0 2 0 3 0 2 2 2 2',
  'drift, muted': '2 2 0 0 0 0 2 0 3 0 2 2 2 2',
  'drift, muted, and one process amber': '2 2 1 0 1 0 2 0 3 1 2 2 2 2',
  'sites beyond the buckets, read 61 s ago': '1 3 1 3 0 0 1 3 3 1 1 2 1 3',
  'drift could not be read': '2 2 2 2 0 0 2 0 3 3 2 2 2 2',
  'checks of sites could not be read': '3 3 3 3 0 0 3 3 3 3 3 2 1 3',
  'drift, and checks could not be read': '2 2 2 2 0 0 2 3 3 3 2 2 2 2',
  'checks were read 61 s ago': '3 3 3 3 0 0 3 3 3 3 3 2 1 3',
  'checks were read 60 s ago': '0 0 0 0 0 0 0 0 3 0 0 2 1 0',
  'nobody reports': '2 2 2 2 1 2 3 3 3 2 2 2 2 2',
  'a decision of a newer dashboard': '3 3 3 3 3 3 3 3 3 3 3 2 1 3',
  'a stop for which no cause is told': '2 2 2 2 2 2 2 2 2 2 2 2 2 2',
};

describe.each(Object.entries(STATES))('%s', (name, snapshot) => {
  const codes = Object.values(OPTIONS).map((options) =>
    CHECK_CODES.indexOf(checkFleet(snapshot, { ...STRICT_CHECK, ...options }).code),
  );
  it.each(Object.keys(OPTIONS).map((options, place) => [options, place] as const))('%s', (_, place) => {
    expect(codes[place]).toBe(Number(EXPECTED[name]?.replaceAll(' ', '')[place]));
  });
});

describe('of every labelled state', () => {
  const snapshots = labelledStates().map((state) => judge(readingsOfState(state, NOW_MS), state, 'pinned'));
  it.each(GATE_LIMITS)('as planned and max=%s, it is ok exactly when the gate lets advance pass', (max) => {
    for (const snapshot of snapshots) {
      for (const ignore of [[], ...ISSUE_CODES.slice(0, 12).map((code) => [code])]) {
        const { code } = judgeGate(snapshot, { for: 'advance', host: null, buckets: null, max, ignore });
        const check = checkFleet(snapshot, { ...STRICT_CHECK, asPlanned: true, max, ignore });
        const expected = { ok: 'pass', warning: 'fail', critical: 'fail', unknown: 'unknown' }[check.code];
        expect({ ignore, code, headline: check.headline }).toEqual({
          ignore,
          code: expected,
          headline: check.headline,
        });
      }
    }
  });
});

describe('what it says', () => {
  const headline = (snapshot: FleetSnapshot, options: Partial<CheckOptions> = {}) =>
    checkFleet(snapshot, { ...STRICT_CHECK, ...options }).headline;

  it.each([
    [
      'the first cause and how many more',
      snapshotOf({ ...amber, ...drift(3) }),
      {},
      /^3 sites differ from their open http events \(and 1 more\)$/,
    ],
    ['the decision when all is well', healthy, {}, /^Safe to continue$/],
    ['what is let pass', snapshotOf(amber), { max: 'amber' }, /^let pass: jetmon-b:monitor reports amber$/],
    [
      'that nothing else counts',
      snapshotOf(drift(3)),
      { ignore: ['projection_drift'] },
      /^nothing counts beside what is ignored$/,
    ],
    [
      'the answers to its questions',
      healthy,
      { only: ['drift'] },
      /^drift: no site differs from its events$/,
    ],
    [
      'how many are missing',
      healthy,
      { expect: { monitors: 4 } },
      /^3 active monitors, where 4 are expected$/,
    ],
    [
      'how many were not expected',
      healthy,
      { expect: { deliverers: 0 } },
      /^1 active deliverer, where 0 are expected$/,
    ],
    [
      'what is not known',
      snapshotOf({ site_activity: failedReading() }),
      {},
      /^not known: could not be read: site_activity$/,
    ],
  ] as const)('%s', (_, snapshot, options, expected) => {
    expect(headline(snapshot, options)).toMatch(expected);
  });
});

describe('a newer dashboard', () => {
  const newer = (issue: Record<string, unknown>): FleetSnapshot => {
    const snapshot = snapshotOf(amber);
    const [details = {}] = snapshot.summary.issue_details;
    return JSON.parse(
      JSON.stringify({
        ...snapshot,
        summary: { ...snapshot.summary, issue_details: [{ ...details, ...issue }] },
      }),
    );
  };
  const codeOf = (snapshot: FleetSnapshot, options: Partial<CheckOptions>) =>
    checkFleet(snapshot, { ...STRICT_CHECK, ...options }).code;

  it('may have an issue of a code that is not known here: it counts in the questions that name its cause', () => {
    const snapshot = newer({ code: 'moon_phase' });
    expect(codeOf(snapshot, { only: ['heartbeats'] })).toBe('warning');
    expect(codeOf(snapshot, { only: ['drift'] })).toBe('ok');
    expect(codeOf(snapshot, { ignore: ['moon_phase'] })).toBe('ok');
  });

  it('may have a severity that is not known here: it is not let pass', () => {
    expect(codeOf(newer({ severity: 'violet' }), { max: 'amber' })).toBe('unknown');
  });
});
