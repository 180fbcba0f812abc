import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import type { FleetMemory, SeenMute } from '../../domain/fleet-memory.ts';
import { keyOf } from '../plan/mutes.ts';

/**
 * What is known of the plan's mutes after a snapshot: how bad that was which each met first, and which are void. What is
 * no longer in the plan is forgotten; while there is no plan, nothing is.
 */
export function rememberMutes(
  memory: FleetMemory,
  { plan }: Pick<Closed<FleetSnapshot>, 'plan'>,
): FleetMemory {
  if (plan === null) return memory;
  const mutes = new Map<string, SeenMute>();
  for (const mute of plan.muted) {
    const key = keyOf(mute);
    const before = memory.mutes.get(key);
    const { severity, count } = before !== undefined && before.count > 0 ? before : mute;
    mutes.set(key, { severity, count, void: mute.void });
  }
  return { ...memory, mutes };
}
