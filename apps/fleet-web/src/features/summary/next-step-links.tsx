import './next-step-links.css';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { CopyBox } from '../../components/copy/copy-box.tsx';
import { nextStep } from './next-step.ts';

/** Ways on from the next action: to the rows concerned, and to a statement that shows more of them. */
export function NextStepLinks({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const step = nextStep(snapshot.summary.suggested_next_action_code, snapshot.settings);
  if (step === null) return null;
  return (
    <div className="next-step">
      <a href={step.href}>
        <span aria-hidden="true">↓</span> See {step.place}
      </a>
      {step.sql !== null && (
        <details>
          <summary>SQL to look closer</summary>
          <CopyBox text={step.sql} label="read-only SQL" />
        </details>
      )}
    </div>
  );
}
