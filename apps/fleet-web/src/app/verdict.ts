import type { FleetView } from '../api/fleet-view.ts';
import { faceOf, LOADING, NO_DATA, type StatusFace } from '../components/status-face.ts';
import { countOf } from '../format/count.ts';
import { decisionOf } from '../format/decision.ts';

/** The page's one answer, for the verdict bar, the tab's title and its icon. */
export type Verdict = {
  readonly face: StatusFace;
  readonly headline: string;
  /** Amber that was meant to be, and so no alarm. */
  readonly asPlanned: boolean;
  readonly title: string;
};

/** What the page says at a glance. While the fleet cannot be seen that is NO DATA, never the last verdict. */
export function verdictOf(view: FleetView): Verdict {
  const site = siteName(view);
  switch (view.kind) {
    case 'loading':
      return {
        face: LOADING,
        headline: 'Asking for the state of the fleet',
        asPlanned: false,
        title: `… ${site}`,
      };
    case 'noData':
      return {
        face: NO_DATA,
        headline: 'Cannot see the fleet',
        asPlanned: false,
        title: `${NO_DATA.glyph} ${NO_DATA.label} · ${site}`,
      };
    case 'live': {
      const { snapshot } = view.reading;
      const { status, issues } = snapshot.summary;
      const { headline, asPlanned } = decisionOf(snapshot);
      const face = faceOf(status);
      const count = issues.length === 0 ? '' : ` · ${countOf(issues.length, 'issue')}`;
      return {
        face,
        headline,
        asPlanned,
        title: `${face.glyph} ${face.label}${count} · ${site}`,
      };
    }
  }
}

/** Which fleet this is: acting on the wrong one is the worst mistake that the page can help to make. */
export function siteName(view: FleetView): string {
  const environment = view.kind === 'loading' ? null : (view.reading?.snapshot.settings.environment ?? null);
  return environment === null ? 'Jetmon Fleet' : `Jetmon Fleet ${environment}`;
}
