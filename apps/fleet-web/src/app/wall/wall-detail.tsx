import type { FleetView } from '../../api/fleet-view.ts';
import { Age } from '../../components/age.tsx';
import { capitalised } from '../../format/names.ts';
import { secondsBetween } from '../../format/utc-time.ts';
import { NoDataDetail } from '../page/verdict-detail.tsx';
import type { SteadyStatus } from './steady-status.ts';

type Props = { readonly view: FleetView; readonly steady: SteadyStatus };

/** What stands beside the wall's verdict: the next step and since when, or why there is no data. */
export function WallDetail({ view, steady }: Props) {
  if (view.kind === 'loading') return null;
  if (view.kind === 'noData') return <NoDataDetail view={view} />;
  const { summary, generated_at } = view.reading.snapshot;
  const { status, since, suggested_next_action, suggested_next_action_code } = summary;
  return (
    <>
      <p className="verdict-next" data-action={suggested_next_action_code}>
        <b>Next:</b> {suggested_next_action}
      </p>
      {since !== undefined && steady.shown === status && (
        <p className="verdict-since">
          {capitalised(status)} for <Age seconds={secondsBetween(since, generated_at)} instant={since} />
        </p>
      )}
    </>
  );
}
