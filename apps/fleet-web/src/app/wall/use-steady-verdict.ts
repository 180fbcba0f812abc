import { useState } from 'react';
import type { FleetView } from '../../api/view/fleet-view.ts';
import type { Verdict } from '../verdict.ts';
import { NOTHING_SEEN, type SteadyDecision, steadyAfter } from './steady-decision.ts';
import { wallVerdict } from './wall-verdict.ts';

/** The wall's verdict and the decision behind it, which only live snapshots move. */
export function useSteadyVerdict(view: FleetView): { verdict: Verdict; steady: SteadyDecision } {
  const [held, setHeld] = useState(NOTHING_SEEN);
  const steady = view.kind === 'live' ? steadyAfter(held, view.reading.snapshot) : held;
  if (steady !== held) setHeld(steady);
  return { verdict: wallVerdict(view, steady), steady };
}
