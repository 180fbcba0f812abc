import { lazy } from 'react';
import type { FleetView } from '../../../api/view/fleet-view.ts';
import { LatePart } from '../../../components/late-part.tsx';
import { useOpenDialog } from '../../../location/use-open-dialog.ts';

const IncidentDialog = lazy(() => import('./incident-dialog.tsx'));
const PrintedReport = lazy(() => import('./printed-report.tsx'));

/** What the page tells those who do not see it: the text for the incident channel, and what is printed. */
export function IncidentReport({ view }: { readonly view: FleetView }) {
  const { isOpen, close } = useOpenDialog('incident');
  if (view.kind === 'loading') return null;
  return (
    <>
      {isOpen && (
        <LatePart what="The text">
          <IncidentDialog view={view} onClose={close} />
        </LatePart>
      )}
      <LatePart what="The print" frame={() => null}>
        <PrintedReport view={view} />
      </LatePart>
    </>
  );
}
