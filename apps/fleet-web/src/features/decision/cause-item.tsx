import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { mutedText } from 'fleet-core/text/muted-text';
import { StatusBadge } from '../../components/status-badge.tsx';
import { Steps } from '../../components/steps/steps.tsx';
import { CauseFindings } from './cause-findings.tsx';
import { CauseSince } from './cause-since.tsx';

type Props = { readonly cause: Cause; readonly snapshot: FleetSnapshot };

/** One more cause: what is the matter in a sentence, and folded below it what to do and what was found. */
export function CauseItem({ cause, snapshot }: Props) {
  const { severity, planned, muted, headline, steps } = cause;
  return (
    <li className="cause">
      <details>
        <summary className="cause-head">
          <span>
            <StatusBadge level={severity} planned={planned} />
            <span className="cause-headline">{headline}</span>
            {muted !== undefined && <span className="cause-muted"> · {mutedText(muted)}</span>}
            <CauseSince cause={cause} generatedAt={snapshot.generated_at} />
          </span>
        </summary>
        <div className="cause-body">
          {steps.length > 0 && <Steps steps={steps} />}
          <CauseFindings cause={cause} snapshot={snapshot} />
        </div>
      </details>
    </li>
  );
}
