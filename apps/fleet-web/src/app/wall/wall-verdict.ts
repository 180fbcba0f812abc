import type { FleetView } from '../../api/view/fleet-view.ts';
import { lookOf } from '../decision-look.ts';
import { titleOf, type Verdict, verdictOf } from '../verdict.ts';
import type { SteadyDecision } from './steady-decision.ts';

/** The page's verdict, but stop stays until it has been steadily gone. NO DATA overrides that too. */
export function wallVerdict(view: FleetView, { shown }: SteadyDecision): Verdict {
  const verdict = verdictOf(view);
  if (view.kind !== 'live' || shown !== 'stop') return verdict;
  const { decision } = view.reading.snapshot;
  if (decision.code === 'stop') return verdict;
  const { face } = lookOf({ code: shown });
  const headline = `Recovering: ${lookOf(decision).face.label} at the next good snapshot`;
  return { face, headline, title: `${titleOf(face, view)} · ${headline}` };
}
