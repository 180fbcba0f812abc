import { type FleetView, isSignedOut, type NoDataReason } from '../api/view/fleet-view.ts';
import { LOADING, NO_DATA, type StatusFace } from '../components/status-face.ts';
import { lookOf } from './decision-look.ts';

/** The page's one answer, for the verdict bar, the tab's title and its icon. */
export type Verdict = { readonly face: StatusFace; readonly headline: string; readonly title: string };

/** What the page says at a glance: the API's decision. While the fleet cannot be seen that is NO DATA, never the last one. */
export function verdictOf(view: FleetView): Verdict {
  switch (view.kind) {
    case 'loading':
      return {
        face: LOADING,
        headline: 'Asking for the state of the fleet',
        title: `${LOADING.glyph} ${siteName(view)}`,
      };
    case 'noData':
      return {
        face: NO_DATA,
        headline: headlineOf(view.reason),
        title: titleOf(NO_DATA, view),
      };
    case 'live': {
      const { decision } = view.reading.snapshot;
      const { headline } = decision;
      const { face } = lookOf(decision);
      return { face, headline, title: `${titleOf(face, view)} · ${headline}` };
    }
  }
}

function headlineOf(reason: NoDataReason): string {
  if (reason.kind === 'paused') return 'PAUSED: the fleet is not being asked';
  return isSignedOut(reason) ? 'Signed out: reload the page to sign in' : 'Cannot see the fleet';
}

/** The tab's title: the state, and which fleet this is. */
export function titleOf({ glyph, label }: StatusFace, view: FleetView): string {
  return `${glyph} ${label} · ${siteName(view)}`;
}

/** Acting on the wrong fleet is the worst mistake that the page can help to make. */
function siteName(view: FleetView): string {
  const environment = view.kind === 'loading' ? null : (view.reading?.snapshot.settings.environment ?? null);
  return environment === null ? 'Jetmon Fleet' : `Jetmon Fleet ${environment}`;
}
