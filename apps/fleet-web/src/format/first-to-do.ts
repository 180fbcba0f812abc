import type { Cause } from 'fleet-core/contract/cause';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/**
 * The cause that the decision speaks of, which is to be dealt with first. Undefined where there is nothing to do, and of
 * an older API, which does not say: its causes then stand side by side under the decision's own sentence.
 */
export function firstToDo({
  decision: { cause_ref },
  causes,
}: Pick<FleetSnapshot, 'decision' | 'causes'>): Cause | undefined {
  return cause_ref === undefined ? undefined : causes[cause_ref];
}
