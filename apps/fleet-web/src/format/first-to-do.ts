import type { Cause } from 'fleet-core/contract/cause';

/** The first of the causes that is neither planned nor known to somebody; undefined where there is nothing to do. */
export function firstToDo(causes: readonly Cause[]): Cause | undefined {
  return causes.find(({ planned, muted }) => !planned && muted === undefined);
}
