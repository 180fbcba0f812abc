import type { Cause } from '../../contract/cause.ts';
import type { ChecklistRow } from '../../contract/checklist.ts';
import type { Decision } from '../../contract/decision.ts';
import type { Closed } from '../../contract/scalars.ts';
import { sentence } from '../text/sentence.ts';

/** May the next step be taken? As bad as the worst cause that was not planned. */
export function decide(
  causes: readonly Closed<Cause>[],
  checklist: readonly Closed<ChecklistRow>[],
): Closed<Decision> {
  const red = causes.filter((cause) => cause.severity === 'red');
  const amber = causes.filter((cause) => cause.severity === 'amber' && !cause.planned);
  const [blocker] = red;
  if (blocker !== undefined) {
    return { code: 'stop', headline: `Do not advance: ${titleOf(blocker, red)}`, detail: blocker.headline };
  }
  const [warning] = amber;
  if (warning !== undefined) {
    return { code: 'hold', headline: `Hold: ${titleOf(warning, amber)}`, detail: warning.headline };
  }
  const detail = whatIsWell(checklist);
  return causes.length === 0
    ? { code: 'advance', headline: 'Safe to continue', detail }
    : { code: 'advance_as_planned', headline: 'Safe to continue: pinned as planned', detail };
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
