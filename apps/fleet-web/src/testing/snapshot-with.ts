import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { HEALTHY_SNAPSHOT } from './healthy-snapshot.ts';

/** A healthy fleet's snapshot with these sections in place of its own; they need not agree with the others. */
export function snapshotWith(overrides: Partial<FleetSnapshot> = {}): FleetSnapshot {
  return { ...HEALTHY_SNAPSHOT, ...overrides };
}
