import type { Rollout } from '../contract/rollout.ts';
import type { Closed } from '../contract/scalars.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import type { PlannedFleet } from '../domain/plan-in-force.ts';
import { buildSnapshot } from '../snapshot.ts';
import { makeContext } from './make/make-context.ts';
import { makePlan } from './make/make-plan.ts';

/** What the snapshot of these readings says of the rollout, by a plan where there is one. */
export function rolloutOf(readings: FleetReadings, plan?: Partial<PlannedFleet>): Closed<Rollout> {
  const context = makeContext(plan === undefined ? {} : { plan: makePlan(plan) });
  const { rollout } = buildSnapshot(readings, context);
  if (rollout === null) throw new Error('every snapshot that is built has a rollout');
  return rollout;
}
