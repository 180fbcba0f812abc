import '../../../features/drift/drift-report.css';
import { lazy } from 'react';
import { Button } from '../../../components/button/button.tsx';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { LatePart } from '../../../components/late-part.tsx';
import { useOpenDialog } from '../../../location/use-open-dialog.ts';

const DriftSites = lazy(() => import('./drift-sites.tsx'));

/** Opens the sites that drift. They, and what draws them, are asked for only then. */
export function DriftControl() {
  const { isOpen, open, close } = useOpenDialog('drift');
  return (
    <>
      <Button onClick={open}>Show sites</Button>
      {isOpen && (
        <Dialog title="Sites that differ from their events" className="drift-dialog" onClose={close}>
          <LatePart what="The sites">
            <DriftSites />
          </LatePart>
        </Dialog>
      )}
    </>
  );
}
