import type { Cause } from 'fleet-core/contract/cause';
import { countOf } from '../../format/count.ts';
import { firstToDo } from '../../format/first-to-do.ts';
import { Steps } from './steps.tsx';

/** What to do about the first cause that nobody knows of: its first step, with the others a click away. */
export function NextSteps({ causes }: { readonly causes: readonly Cause[] }) {
  const cause = firstToDo(causes);
  if (cause === undefined || cause.steps.length === 0) return null;
  const others = cause.steps.slice(1);
  return (
    <div className="next-steps">
      <b>Next:</b> <Steps steps={cause.steps.slice(0, 1)} />
      {others.length > 0 && (
        <details>
          <summary>{countOf(others.length, 'more step')}</summary>
          <Steps steps={others} start={2} />
        </details>
      )}
    </div>
  );
}
