import { incidentText } from 'fleet-core/text/incident-text';
import { type FleetView, reasonText } from '../../../api/view/fleet-view.ts';
import { ageOfReading } from '../../../api/view/snapshot-reading.ts';
import { readMoment } from '../../../clock/moment.ts';

/** What the page shows now, as plain text. The address is the page's without its parameters, of which some may be secret. */
export function incidentOf(view: FleetView): string {
  const reading = view.kind === 'loading' ? null : view.reading;
  return incidentText(reading?.snapshot ?? null, {
    address: `${window.location.origin}${window.location.pathname}`,
    ageSec: reading === null ? 0 : ageOfReading(reading, readMoment()),
    blindBecause: blindBecause(view),
  });
}

function blindBecause(view: FleetView): string | null {
  switch (view.kind) {
    case 'live':
      return null;
    case 'loading':
      return 'The page is still asking';
    case 'noData':
      return reasonText(view.reason);
  }
}
