import type { Cause } from 'fleet-core/contract/cause';
import type { FleetView } from '../../api/view/fleet-view.ts';
import { Age } from '../../components/age.tsx';
import { secondsBetween } from '../../format/utc-time.ts';
import { NoDataDetail } from '../no-data-detail.tsx';
import type { SteadyDecision } from './steady-decision.ts';

type Props = { readonly view: FleetView };

/** Why the wall says what it says: the first cause and what follows, or why there is no data. */
export function WallReason({ view, told }: Props & { readonly told: Cause | undefined }) {
  if (view.kind === 'loading') return null;
  if (view.kind === 'noData') return <NoDataDetail view={view} />;
  const { headline, detail } = view.reading.snapshot.decision;
  const reason = told?.headline ?? detail;
  return isSaid(reason, headline) ? null : <p className="verdict-reason">{reason}</p>;
}

/** A cause that has no more to tell than its title stands in the headline already. */
function isSaid(reason: string, headline: string): boolean {
  return headline.toLowerCase().includes(reason.toLowerCase());
}

/** Since when the decision stands, while it is the one that the wall shows. */
export function WallSince({ view, steady }: Props & { readonly steady: SteadyDecision }) {
  if (view.kind !== 'live') return null;
  const { decision, generated_at } = view.reading.snapshot;
  const { code, since } = decision;
  if (since === undefined || steady.shown !== code) return null;
  return (
    <p className="verdict-since">
      for at least <Age seconds={secondsBetween(since, generated_at)} instant={since} />
    </p>
  );
}
