import type { PlannedFleet } from '../../domain/plan-in-force.ts';

type Named = { readonly process_id: string; readonly host_id: string };

/** Whether the plan says of a process, or of its host, that it is retired. */
export function retiredBy(plan: Pick<PlannedFleet, 'retired'> | null): (process: Named) => boolean {
  const retired = new Set(plan?.retired ?? []);
  return ({ process_id, host_id }) => retired.has(process_id) || retired.has(host_id);
}
