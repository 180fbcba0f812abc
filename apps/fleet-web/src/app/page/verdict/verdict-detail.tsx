import { type FleetView, isSignedOut } from '../../../api/view/fleet-view.ts';
import { Button } from '../../../components/button/button.tsx';
import { Causes } from '../../../features/decision/causes.tsx';
import { NoDataDetail } from '../../no-data-detail.tsx';

/** What stands under the verdict: its causes with what to do, or why there is no data and what was last known. */
export function VerdictDetail({ view }: { readonly view: FleetView }) {
  const snapshot = view.kind === 'loading' ? null : (view.reading?.snapshot ?? null);
  return (
    <>
      {view.kind === 'noData' && (
        <>
          {isSignedOut(view.reason) && <Button onClick={() => location.reload()}>Reload</Button>}
          <NoDataDetail view={view} />
        </>
      )}
      {snapshot !== null && (
        <div className="last-known">
          <Causes snapshot={snapshot} />
        </div>
      )}
    </>
  );
}
