import type { FleetState } from 'fleet-lab/state/fleet-state';
import { NO_PLAN, type PlanInForce } from '../../domain/plan-in-force.ts';
import { readPlan } from '../../plan-file/read-plan.ts';

/** The plan in force after an API was started with this state's plan file. */
export function planOfState(state: Omit<FleetState, 'rows'>): PlanInForce {
  const { plan_file, bucket_total, expected_ownership = null } = state;
  if (plan_file === undefined) return NO_PLAN;
  const read = readPlan(plan_file, { bucket_total, expected_ownership });
  const file = 'plan.json';
  return read.ok ? { file, plan: read.plan, fault: null } : { file, plan: null, fault: read.fault };
}
