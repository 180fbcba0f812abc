import type { PlanInForce, PlannedFleet } from '../../domain/plan-in-force.ts';

/** The plan of a file that could be read and says no more than it is told to. */
export function makePlan(overrides: Partial<PlannedFleet> = {}): PlanInForce {
  const plan = { stage: null, monitors: [], deliverers: [], retired: [], muted: [], ...overrides };
  return { file: 'plan.json', plan, fault: null };
}
