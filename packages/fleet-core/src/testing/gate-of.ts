import type { FleetState } from 'fleet-lab/state/fleet-state';
import type { Gate, GateCheck, GateCheckCode, GateQuestion } from '../contract/answers/gate.ts';
import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import type { RangeReadings } from '../domain/range-readings.ts';
import { judgeGate } from '../rules/gate/gate.ts';
import { buildSnapshot } from '../snapshot.ts';
import { makeContext } from './make/make-context.ts';
import { makeThresholds } from './make/make-thresholds.ts';
import { NOW_MS } from './make/now.ts';
import { rangeReadingsOfState } from './states/range-readings-of-state.ts';
import { readingsOfState } from './states/readings-of-state.ts';

/** A question with what is left open where it is not told. */
export function makeGateQuestion(overrides: Partial<Closed<GateQuestion>>): Closed<GateQuestion> {
  return { for: 'advance', host: null, buckets: null, max: 'green', ignore: [], ...overrides };
}

/** What the gate answers of a database in this state. */
export function gateOfState(state: FleetState, overrides: Partial<Closed<GateQuestion>>): Closed<Gate> {
  const { bucket_total, heartbeat_grace_sec, expected_ownership = null } = state;
  const context = makeContext({ thresholds: makeThresholds({ bucket_total, heartbeat_grace_sec }) });
  const snapshot = buildSnapshot(readingsOfState(state, NOW_MS), {
    ...context,
    display: { ...context.display, expected_ownership },
  });
  const { buckets } = overrides;
  const readings = buckets ? rangeReadingsOfState(state, buckets, NOW_MS) : undefined;
  return judgeGate(snapshot, makeGateQuestion(overrides), readings);
}

/** `pass`, or what is wrong and what is not known, check by check. */
export function gateText({ code, checks }: Closed<Gate>): string {
  const bad = checks.filter(({ ok }) => ok !== true);
  const told = bad.map((check) => `${check.code}${check.ok === null ? '?' : ''} ${check.fact}`);
  return [code, ...told].join(' · ');
}

/** One check of what the gate answers of a snapshot. */
export function checkOf(
  code: GateCheckCode,
  snapshot: Closed<FleetSnapshot>,
  overrides: Partial<Closed<GateQuestion>>,
  readings: RangeReadings = makeRangeReadings(),
): Closed<GateCheck> {
  const { checks } = judgeGate(snapshot, makeGateQuestion(overrides), readings);
  const found = checks.find((check) => check.code === code);
  if (found === undefined) throw new Error(`${code} is not checked`);
  return found;
}

/** One bucket with sites, all of them checked just now, none of which drifts. */
export function makeRangeReadings(overrides: Partial<RangeReadings> = {}): RangeReadings {
  return {
    checks: { ok: true, value: [{ bucket_no: 400, oldest_check_ms: NOW_MS }] },
    drift: { ok: true, value: 0 },
    ...overrides,
  };
}
