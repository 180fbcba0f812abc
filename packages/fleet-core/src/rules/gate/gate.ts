import type { Gate, GateCheck, GateCode, GateQuestion } from '../../contract/answers/gate.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { visibleText } from '../../contract/visible-text.ts';
import type { RangeReadings } from '../../domain/range-readings.ts';
import { advanceChecks } from './advance-checks.ts';
import { cutoverChecks } from './cutover-checks.ts';
import { dynamicChecks } from './dynamic-checks.ts';
import { unknown } from './gate-check.ts';
import { rollbackChecks } from './rollback-checks.ts';

/**
 * May this step be taken? Judged by a present snapshot and, for a range, by what was read of its sites. What is not known
 * lets nothing pass.
 */
export function judgeGate(
  snapshot: Closed<FleetSnapshot>,
  question: Closed<GateQuestion>,
  readings?: RangeReadings,
): Closed<Gate> {
  const checks = checksFor(snapshot, question, readings);
  const code = codeOf(checks);
  const { schema_version, generated_at } = snapshot;
  return {
    schema_version,
    generated_at,
    question,
    ok: code === 'pass',
    code,
    checks: checks.map(visibleCheck),
  };
}

const visibleCheck = (check: Closed<GateCheck>) => ({ ...check, fact: visibleText(check.fact) });

function checksFor(
  snapshot: Closed<FleetSnapshot>,
  question: Closed<GateQuestion>,
  readings: RangeReadings | undefined,
): Closed<GateCheck>[] {
  const { host, buckets } = question;
  switch (question.for) {
    case 'advance':
      return advanceChecks(snapshot, question);
    case 'dynamic':
      return dynamicChecks(snapshot);
    case 'cutover':
      return host === null || buckets === null
        ? [unknown('owned_once', 'no host and range were named')]
        : cutoverChecks(snapshot, { host, buckets }, readings);
    case 'rollback':
      return buckets === null
        ? [unknown('no_owner_row', 'no range was named')]
        : rollbackChecks(snapshot, { host, buckets }, readings);
  }
}

function codeOf(checks: readonly Closed<GateCheck>[]): GateCode {
  if (checks.some(({ ok }) => ok === false)) return 'fail';
  return checks.some(({ ok }) => ok === null) ? 'unknown' : 'pass';
}
