import type { Cause } from 'fleet-core/contract/cause';
import { countOf } from '../../format/count.ts';
import { Steps } from './steps.tsx';

/** What to do about the first cause: its first step, with the others a click away. Nothing where all is as planned. */
export function NextSteps({ causes }: { readonly causes: readonly Cause[] }) {
  const [cause] = causes;
  if (cause === undefined || cause.planned || cause.steps.length === 0) return null;
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
