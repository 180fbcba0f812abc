import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { PlanInForce } from '../domain/plan-in-force.ts';
import { buildSnapshot } from '../snapshot.ts';
import { makeContext } from './make/make-context.ts';

/** The snapshot of these readings at the first look, by this plan. */
export function judgeByPlan(readings: FleetReadings, plan: PlanInForce): Closed<FleetSnapshot> {
  return buildSnapshot(readings, makeContext({ plan }));
}
