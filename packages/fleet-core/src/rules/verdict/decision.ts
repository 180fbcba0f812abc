import type { Cause } from '../../contract/cause.ts';
import type { ChecklistRow } from '../../contract/checklist.ts';
import type { Decision } from '../../contract/decision.ts';
import { type Level, worstLevel } from '../../contract/level.ts';
import type { PlanStage } from '../../contract/plan.ts';
import type { Closed } from '../../contract/scalars.ts';
import { type Finding, isOpen } from '../finding.ts';
import { ownershipText } from '../ownership/ownership-stage.ts';
import { mutesText } from '../plan/mutes-text.ts';
import { countText } from '../text/count-text.ts';
import { sentence } from '../text/sentence.ts';

/** What the decision is made of. */
export type Grounds = {
  readonly causes: readonly Closed<Cause>[];
  readonly checklist: readonly Closed<ChecklistRow>[];
  /** As the causes refer to them. */
  readonly findings: readonly Finding[];
  readonly stage: PlanStage | null;
};

/** May the next step be taken? As bad as the worst issue that was neither planned nor muted. */
export function decide({ causes, checklist, findings, stage }: Grounds): Closed<Decision> {
  const openIn = (level: Level) => causes.filter((cause) => openLevel(cause, findings) === level);
  const red = openIn('red');
  const muted = mutesText(findings);
  const mutedCount = findings.filter((found) => found.muted !== undefined).length;
  const left = mutedCount === 0 ? {} : { muted_count: mutedCount };
  const [blocker] = red;
  if (blocker !== undefined) {
    const headline = `Do not advance: ${titleOf(blocker, red)}`;
    const detail = `${blocker.headline}${muted}`;
    return { code: 'stop', headline, detail, cause_ref: causes.indexOf(blocker), ...left };
  }
  const amber = openIn('amber');
  const [warning] = amber;
  if (warning !== undefined) {
    const headline = `Hold: ${titleOf(warning, amber)}`;
    const detail = `${warning.headline}${muted}`;
    return { code: 'hold', headline, detail, cause_ref: causes.indexOf(warning), ...left };
  }
  const detail = `${whatIsWell(checklist)}${muted}`;
  return causes.length === 0
    ? { code: 'advance', headline: 'Safe to continue', detail, ...left }
    : {
        code: 'advance_as_planned',
        headline: `Safe to continue: ${exceptions(findings, stage, mutedCount)}`,
        detail,
        ...left,
      };
}

/** The worst of a cause that counts; green when all of it was planned or is muted. */
function openLevel({ issue_refs }: Closed<Cause>, findings: readonly Finding[]): Level {
  const own = issue_refs.flatMap((ref) => findings[ref] ?? []);
  return worstLevel(own.filter(isOpen).map(({ severity }) => severity));
}

/** Nobody goes on without having read what is not green, and that somebody knows of it. */
function exceptions(findings: readonly Finding[], stage: PlanStage | null, mutedCount: number): string {
  return [
    ...(findings.some(({ planned }) => planned) ? [`${ownershipText(stage ?? 'unknown')} as planned`] : []),
    ...(mutedCount > 0 ? [`${countText(mutedCount, 'known issue')} muted`] : []),
  ].join(', ');
}

function titleOf({ title }: Closed<Cause>, alike: readonly Closed<Cause>[]): string {
  return alike.length > 1 ? `${title} (and ${alike.length - 1} more)` : title;
}

/** The first rows in short, whatever is still not green, and what is not known: nobody goes on without having read that. */
function whatIsWell(checklist: readonly Closed<ChecklistRow>[]): string {
  const factsOf = (matches: (row: Closed<ChecklistRow>, place: number) => boolean) =>
    checklist.filter(matches).map(({ fact }) => fact);
  const told = factsOf(
    ({ status }, place) => status !== 'unknown' && (place < ROWS_TOLD || status !== 'green'),
  );
  const unknown = factsOf(({ status }) => status === 'unknown');
  const notKnown = unknown.length === 0 ? '' : `; not known: ${unknown.join('; ')}`;
  return `${sentence(told.join('; '))}${notKnown}`;
}

/** Heartbeats and ownership. */
const ROWS_TOLD = 2;
