import type { FleetView } from '../../api/fleet-view.ts';
import { faceOf } from '../../components/status-face.ts';
import { siteName, type Verdict, verdictOf } from '../verdict.ts';
import type { SteadyStatus } from './steady-status.ts';

/** The page's verdict, but red stays until it has been steadily gone. NO DATA overrides that too. */
export function wallVerdict(view: FleetView, { shown }: SteadyStatus): Verdict {
  const verdict = verdictOf(view);
  if (view.kind !== 'live' || shown !== 'red') return verdict;
  const { status } = view.reading.snapshot.summary;
  if (status === 'red') return verdict;
  const face = faceOf('red');
  return {
    face,
    headline: `Recovering: ${faceOf(status).label} at the next good snapshot`,
    asPlanned: false,
    title: `${face.glyph} ${face.label} · ${siteName(view)}`,
  };
}
