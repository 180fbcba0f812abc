import { type FleetView, reasonText } from '../../api/fleet-view.ts';
import { Age } from '../../components/age.tsx';
import { DataAge } from '../../components/data-age.tsx';
import { useFreshness } from '../../components/freshness.ts';
import { TickingTime } from '../../components/ticking-time.tsx';
import { NextSteps } from '../../features/verdict/next-steps.tsx';
import { secondsBetween } from '../../format/utc-time.ts';
import { lookOf } from '../decision-look.ts';

/** What stands beside the verdict: its reason and the next step, or why there is no data and what was last known. */
export function VerdictDetail({ view }: { readonly view: FleetView }) {
  if (view.kind === 'loading') return null;
  if (view.kind === 'noData') return <NoDataDetail view={view} />;
  const { decision, causes, generated_at, served_by } = view.reading.snapshot;
  const { detail, since } = decision;
  return (
    <>
      <p className="verdict-reason">{detail}</p>
      <NextSteps causes={causes} />
      <p className="verdict-since">
        {since !== undefined && (
          <>
            Stands for at least <Age seconds={secondsBetween(since, generated_at)} instant={since} />
            {served_by.host !== '' && ' · '}
          </>
        )}
        {served_by.host !== '' && `answered by ${served_by.host}`}
      </p>
    </>
  );
}

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
            last good: <b>{lookOf(view.reading.snapshot.decision.code).past}</b>,{' '}
            <DataAge clock={freshness.clock} /> ago
          </>
        ) : (
          'nothing has been read yet'
        )}
      </p>
    </>
  );
}
