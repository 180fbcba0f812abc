import type { Cause, Step } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { Steps } from '../../components/steps/steps.tsx';
import { useIsNarrow } from '../../components/use-is-narrow.ts';
import { countOf } from '../../format/count.ts';
import { CauseFindings } from './cause-findings.tsx';
import { CauseSince } from './cause-since.tsx';

type Props = { readonly cause: Cause; readonly snapshot: FleetSnapshot };

/** What the decision is about: the reason with what follows from it, and what to do first, none of it behind a click. */
export function FirstCause({ cause, snapshot }: Props) {
  return (
    <div className="first-cause">
      <div>
        <p className="cause-headline">
          {snapshot.decision.detail}
          <CauseSince cause={cause} generatedAt={snapshot.generated_at} />
        </p>
        <CauseFindings cause={cause} snapshot={snapshot} />
      </div>
      {cause.steps.length > 0 && <FirstSteps steps={cause.steps} />}
    </div>
  );
}

/** A phone shows the first step, and the others once that was of no help. */
function FirstSteps({ steps }: { readonly steps: readonly Step[] }) {
  const others = steps.slice(1);
  if (!useIsNarrow() || others.length === 0) return <Steps steps={steps} />;
  return (
    <div>
      <Steps steps={steps.slice(0, 1)} />
      <details>
        <summary className="fold">{countOf(others.length, 'more step')}</summary>
        <Steps steps={others} start={2} />
      </details>
    </div>
  );
}
