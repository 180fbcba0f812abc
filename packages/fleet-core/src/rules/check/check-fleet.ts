import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Issue } from '../../contract/issue.ts';
import { LEVELS, type Level, levelOf, worstLevel } from '../../contract/level.ts';
import { openIssues } from '../gate/open-issues.ts';
import type { CheckOptions } from './check-options.ts';
import { type CountedIssue, countedIssues } from './counted-issues.ts';
import { decisionLevel, isSafe } from './decision-level.ts';
import { type Unexpected, unexpectedCounts } from './expectations.ts';
import { notKnown } from './not-known.ts';

/** What monitoring systems tell apart; the place in the list is the exit code of their probes. */
export const CHECK_CODES = ['ok', 'warning', 'critical', 'unknown'] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

/** How the fleet is, as far as the options let it count. */
export type Check = {
  readonly code: CheckCode;
  /** One sentence: what is wrong first, what is not known, or what was found well. */
  readonly headline: string;
  /** What counted, the most urgent first. */
  readonly issues: readonly Issue[];
  readonly unexpected: readonly string[];
  readonly not_known: readonly string[];
};

/**
 * Red is critical, amber is a warning unless it is let pass. Else what is not known is unknown, and only then is it ok.
 * With `asPlanned` and nothing more than `max` and `ignore`, ok is what the gate lets pass for `advance`.
 */
export function checkFleet(snapshot: FleetSnapshot, options: CheckOptions): Check {
  const counted = countedIssues(snapshot, options);
  const unexpected = unexpectedCounts(snapshot, options.expect);
  const missing = notKnown(snapshot, options, counted);
  const worst = worstLevel([
    ...counted.flatMap(({ issue }) => levelOf(issue.severity) ?? []),
    ...unexpected.map(({ severity }) => severity),
    ...unexplainedLevel(snapshot),
  ]);
  const code = codeOf(worst, options, missing);
  return {
    code,
    headline:
      code === 'unknown'
        ? `not known: ${missing.join('; ')}`
        : told(snapshot, options, code, counted, unexpected),
    issues: counted.map(({ issue }) => issue),
    unexpected: unexpected.map(({ message }) => message),
    not_known: missing,
  };
}

/** The level of a decision that is worse than all that is told of its reasons: nothing that is left out explains it. */
function unexplainedLevel(snapshot: FleetSnapshot): Level[] {
  const decided = decisionLevel(snapshot.decision.code) ?? 'green';
  const explained = worstLevel(openIssues(snapshot).flatMap(({ severity }) => levelOf(severity) ?? 'red'));
  return LEVELS.indexOf(decided) > LEVELS.indexOf(explained) ? [decided] : [];
}

function codeOf(worst: Level, { max }: CheckOptions, missing: readonly string[]): CheckCode {
  if (LEVELS.indexOf(worst) > LEVELS.indexOf(max)) return worst === 'red' ? 'critical' : 'warning';
  return missing.length > 0 ? 'unknown' : 'ok';
}

function told(
  snapshot: FleetSnapshot,
  { only }: CheckOptions,
  code: CheckCode,
  counted: readonly CountedIssue[],
  unexpected: readonly Unexpected[],
): string {
  const causes = [...new Set(counted.map(({ cause }) => cause))];
  const [first, ...others] = [
    ...unexpected.map(({ severity, message }) => ({ severity, message })),
    ...causes.map(({ severity, headline }) => ({ severity, message: headline })),
  ].toSorted((a, b) => urgency(a.severity) - urgency(b.severity));
  if (first !== undefined) {
    const more = others.length > 0 ? ` (and ${others.length} more)` : '';
    return `${code === 'ok' ? 'let pass: ' : ''}${first.message}${more}`;
  }
  if (code !== 'ok') return snapshot.decision.headline;
  return only.length === 0 ? wellText(snapshot) : answersTo(snapshot, only);
}

function wellText({ decision }: FleetSnapshot): string {
  return isSafe(decision.code) ? decision.headline : 'nothing counts beside what is ignored';
}

function answersTo({ checklist }: FleetSnapshot, questions: CheckOptions['only']): string {
  return checklist
    .filter(({ code }) => questions.some((asked) => asked === code))
    .map(({ code, fact }) => `${code}: ${fact}`)
    .join('; ');
}

function urgency(severity: string): number {
  const level = levelOf(severity);
  return level === undefined ? 0 : LEVELS.length - LEVELS.indexOf(level);
}
