import '../../../features/codes/codes.css';
import { lazy } from 'react';
import type { FleetView } from '../../../api/view/fleet-view.ts';
import { Dialog } from '../../../components/dialog/dialog.tsx';
import { CODE_PARAMETER } from '../../../components/handle/places.ts';
import { LatePart } from '../../../components/late-part.tsx';
import { closeInQuery, useQueryString } from '../../../location/page-query.ts';

const AskedCodes = lazy(() => import('./asked-codes.tsx'));

const close = () => closeInQuery({ [CODE_PARAMETER]: null });

/** What a code means, over the page while the address names one; where it names none, all codes. They, and what draws them, are asked for only then. */
export function CodesDialog({ view }: { readonly view: FleetView }) {
  const code = new URLSearchParams(useQueryString()).get(CODE_PARAMETER);
  if (code === null) return null;
  return (
    <Dialog title={code || 'What codes mean'} className="codes-dialog" onClose={close}>
      <LatePart what="What codes mean">
        <AskedCodes code={code} view={view} />
      </LatePart>
    </Dialog>
  );
}
