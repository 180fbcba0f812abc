import { type FleetView, reasonText } from '../api/view/fleet-view.ts';
import { DataAge } from '../components/data-age.tsx';
import { useFreshness } from '../components/freshness.ts';
import { TickingTime } from '../components/ticking-time.tsx';
import { lookOf } from './decision-look.ts';

/** Why there is no data, and what was last known. */
export function NoDataDetail({ view }: { readonly view: Extract<FleetView, { kind: 'noData' }> }) {
  const freshness = useFreshness();
  return (
    <>
      <p className="verdict-reason">
        {reasonText(view.reason)}
        {view.since !== null && (
          <>
            . Failing for <TickingTime seconds={0} from={view.since} />
          </>
        )}
      </p>
      <p className="verdict-last">
        {view.reading !== null && freshness.kind === 'old' ? (
          <>
            last good: <b>{lookOf(view.reading.snapshot.decision).past}</b>,{' '}
            <DataAge clock={freshness.clock} /> ago
          </>
        ) : (
          'nothing has been read yet'
        )}
      </p>
    </>
  );
}
