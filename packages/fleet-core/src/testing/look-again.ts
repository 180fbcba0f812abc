import type { FleetSnapshot } from '../contract/fleet-snapshot.ts';
import type { Closed } from '../contract/scalars.ts';
import { NOTHING_REMEMBERED } from '../domain/fleet-memory.ts';
import type { FleetReadings } from '../domain/fleet-readings.ts';
import { remember } from '../rules/memory/remember.ts';
import { rememberMutes } from '../rules/memory/remember-mutes.ts';
import { buildSnapshot, type SnapshotContext } from '../snapshot.ts';
import { makeContext } from './make/make-context.ts';

/** The snapshots of looks at a fleet, one after the other, each with what those before it have left. */
export function lookAgain(
  looks: readonly FleetReadings[],
  context: SnapshotContext = makeContext(),
): Closed<FleetSnapshot>[] {
  let memory = NOTHING_REMEMBERED;
  return looks.map((readings) => {
    memory = remember(memory, readings);
    const snapshot = buildSnapshot(readings, context, memory);
    memory = rememberMutes(memory, snapshot);
    return snapshot;
  });
}

/** The last of them. */
export function lastLook(looks: readonly FleetReadings[], context?: SnapshotContext): Closed<FleetSnapshot> {
  const last = lookAgain(looks, context).at(-1);
  if (last === undefined) throw new Error('nobody looked');
  return last;
}
