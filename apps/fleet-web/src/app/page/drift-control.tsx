import '../../features/drift/drift-report.css';
import { lazy, useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { LatePart } from '../../components/late-part.tsx';

const DriftSites = lazy(() => import('./drift-sites.tsx'));

/** Opens the sites that drift. They, and what draws them, are asked for only then. */
export function DriftControl() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Show sites</Button>
      {isOpen && (
        <Dialog
          title="Sites that differ from their events"
          className="drift-dialog"
          onClose={() => setOpen(false)}
        >
          <LatePart what="The sites">
            <DriftSites />
          </LatePart>
        </Dialog>
      )}
    </>
  );
}
