import type { Plan } from '../../contract/plan.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { PlannedFleet } from '../../domain/plan-in-force.ts';

/** The plan as the snapshot has it. */
export function tellPlan(plan: PlannedFleet | null): Closed<Plan> | null {
  if (plan === null) return null;
  return { ...plan, muted: plan.muted.map((mute) => ({ ...mute, void: null })) };
}
