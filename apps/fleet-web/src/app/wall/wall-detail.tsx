import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { FleetView } from '../../api/fleet-view.ts';
import { Age } from '../../components/age.tsx';
import { WallStep } from '../../features/wall/causes/wall-step.tsx';
import { firstToDo } from '../../format/first-to-do.ts';
import { secondsBetween } from '../../format/utc-time.ts';
import { NoDataDetail } from '../page/verdict-detail.tsx';
import type { SteadyDecision } from './steady-decision.ts';

type Props = { readonly view: FleetView; readonly steady: SteadyDecision };

/** What stands beside the wall's verdict: the next step and since when, or why there is no data. */
export function WallDetail({ view, steady }: Props) {
  if (view.kind === 'loading') return null;
  if (view.kind === 'noData') return <NoDataDetail view={view} />;
  const { snapshot } = view.reading;
  const { code, since } = snapshot.decision;
  return (
    <>
      <Reason snapshot={snapshot} />
      {since !== undefined && steady.shown === code && (
        <p className="verdict-since">
          Stands for at least <Age seconds={secondsBetween(since, snapshot.generated_at)} instant={since} />
        </p>
      )}
    </>
  );
}

/** The first cause stands in the list below, so that here is room for what to do about it. */
function Reason({ snapshot: { decision, causes } }: { readonly snapshot: FleetSnapshot }) {
  const step = firstToDo(causes)?.steps[0];
  return step === undefined ? <p className="verdict-reason">{decision.detail}</p> : <WallStep step={step} />;
}
