import type { GateCheck, GateQuestion } from '../../contract/answers/gate.ts';
import type { DecisionCode } from '../../contract/decision.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Issue } from '../../contract/issue.ts';
import { LEVELS, worstLevel } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { listText } from '../text/list-text.ts';
import { fails, passes } from './gate-check.ts';
import { openIssues } from './open-issues.ts';
import { readingsCheck } from './readings-check.ts';

type Snapshot = Closed<FleetSnapshot>;

/** The decision, as far as `max` and without what is ignored; and that there was something to judge by, all of it read, which cannot be ignored. */
export function advanceChecks(
  snapshot: Snapshot,
  question: Pick<Closed<GateQuestion>, 'max' | 'ignore'>,
): Closed<GateCheck>[] {
  return [decisionCheck(snapshot, question), readingsCheck(snapshot)];
}

const SAFE: readonly DecisionCode[] = ['advance', 'advance_as_planned'];

function decisionCheck(
  snapshot: Snapshot,
  { max, ignore }: Pick<Closed<GateQuestion>, 'max' | 'ignore'>,
): Closed<GateCheck> {
  const { decision } = snapshot;
  if (SAFE.includes(decision.code)) return passes('decision', decision.headline);
  const unplanned = openIssues(snapshot);
  const counted = unplanned.filter(({ code }) => !ignore.includes(code));
  const worst = worstLevel(counted.map(({ severity }) => severity));
  const isWithin = LEVELS.indexOf(worst) <= LEVELS.indexOf(max);
  const fact = [
    decision.headline,
    ...ignoredText(unplanned, counted),
    ...(isWithin ? [`${worst} is let pass`] : []),
  ];
  return isWithin ? passes('decision', fact.join('; ')) : fails('decision', fact.join('; '));
}

function ignoredText(unplanned: readonly Closed<Issue>[], counted: readonly Closed<Issue>[]): string[] {
  const ignored = new Set(unplanned.filter((issue) => !counted.includes(issue)).map(({ code }) => code));
  if (ignored.size === 0) return [];
  const [first] = counted;
  const others = first === undefined ? 'nothing else counts' : `what counts: ${first.message}`;
  return [`without ${listText([...ignored])} ${others}`];
}
