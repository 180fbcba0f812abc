import { type FleetView, reasonText } from '../../api/fleet-view.ts';
import { Age } from '../../components/age.tsx';
import { DataAge } from '../../components/data-age.tsx';
import { useFreshness } from '../../components/freshness.ts';
import { TickingTime } from '../../components/ticking-time.tsx';
import { NextStepLinks } from '../../features/summary/next-step-links.tsx';
import { capitalised } from '../../format/names.ts';
import { secondsBetween } from '../../format/utc-time.ts';

/** What stands beside the verdict: the next step, or why there is no data and what was last known. */
export function VerdictDetail({ view }: { readonly view: FleetView }) {
  if (view.kind === 'loading') return null;
  if (view.kind === 'noData') return <NoDataDetail view={view} />;
  const { summary, generated_at, served_by } = view.reading.snapshot;
  const { message, suggested_next_action, suggested_next_action_code, since } = summary;
  return (
    <>
      <p className="verdict-next" data-action={suggested_next_action_code}>
        <b>Next:</b> {suggested_next_action}
      </p>
      <NextStepLinks snapshot={view.reading.snapshot} />
      <p className="verdict-since">
        {capitalised(message)}
        {since !== undefined && (
          <>
            {' · '}
            for at least <Age seconds={secondsBetween(since, generated_at)} instant={since} />
          </>
        )}
        {served_by.host !== '' && ` · answered by ${served_by.host}`}
      </p>
    </>
  );
}

/** Why there is no data, and what was last known. */
export function NoDataDetail({ view }: { readonly view: Extract<FleetView, { kind: 'noData' }> }) {
  const freshness = useFreshness();
  return (
    <>
      <p className="verdict-next">
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
            last good: <b>{view.reading.snapshot.summary.status.toUpperCase()}</b>,{' '}
            <DataAge clock={freshness.clock} /> ago
          </>
        ) : (
          'nothing has been read yet'
        )}
      </p>
    </>
  );
}
