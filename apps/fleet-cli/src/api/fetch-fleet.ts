import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { fromInstant } from 'fleet-core/domain/instant';
import { CannotTell } from '../cannot-tell.ts';
import type { Access } from '../settings/access.ts';
import { ask } from './ask.ts';
import { oldness } from './oldness.ts';

/** A present snapshot with its age. */
export type PresentFleet = { readonly snapshot: FleetSnapshot; readonly ageSec: number };

/** Asks for the fleet as it is now. Throws `CannotTell`, also when what comes is from the past. */
export async function fetchFleet(access: Access): Promise<PresentFleet> {
  const { value: snapshot, ageSec, dateMs } = await ask(access, '/api/fleet', FleetSnapshot);
  const old = oldness({ ageSec, dateMs, generatedAtMs: fromInstant(snapshot.generated_at) });
  if (old !== null) throw new CannotTell(`the dashboard at ${access.url} ${old}`);
  return { snapshot, ageSec };
}
