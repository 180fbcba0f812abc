import '../../features/drift/drift-report.css';
import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '../../components/button/button.tsx';
import { Dialog } from '../../components/dialog/dialog.tsx';

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
          <LoadedPart />
        </Dialog>
      )}
    </>
  );
}

/** A part of the page that was not loaded with it; after an update of the server it may be gone. */
function LoadedPart() {
  const [part, setPart] = useState<{ readonly Content: ComponentType } | 'loading' | 'missing'>('loading');
  useEffect(() => {
    let isWanted = true;
    import('./drift-sites.tsx').then(
      ({ DriftSites }) => isWanted && setPart({ Content: DriftSites }),
      () => isWanted && setPart('missing'),
    );
    return () => {
      isWanted = false;
    };
  }, []);
  if (part === 'loading') return <p role="status">Loading…</p>;
  if (part === 'missing')
    return (
      <p role="alert">
        This part of the page could not be loaded. The server may have been updated: reload the page.
      </p>
    );
  return <part.Content />;
}
