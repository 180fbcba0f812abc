import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { elapsedMs, type Moment } from '../../clock/moment.ts';
import type { FleetAnswer } from '../fetch-fleet.ts';
import { withLongestSince } from './longest-since.ts';

/** A snapshot, and when this page got it. `ageSec` is how old it was at that moment, as far as we were told. */
export type SnapshotReading = {
  readonly snapshot: FleetSnapshot;
  readonly received: Moment;
  readonly ageSec: number;
};

/**
 * The reading that a good answer makes. An answer that only repeats the snapshot we hold is no younger
 * for it: something on the way is frozen, and its age has to go on growing. Nothing stands for less long than it did
 * in the snapshot we hold.
 */
export function takeReading(
  { snapshot, ageSec }: FleetAnswer,
  received: Moment,
  held: SnapshotReading | null,
): SnapshotReading {
  if (held === null) return { snapshot, received, ageSec };
  const standing = withLongestSince(held.snapshot, snapshot);
  return held.snapshot.generated_at === snapshot.generated_at
    ? { ...held, snapshot: standing }
    : { snapshot: standing, received, ageSec };
}

/** How old a reading is now, in seconds with a fraction. Only this browser's own elapsed time is counted. */
export function ageOfReading(reading: SnapshotReading, now: Moment): number {
  return reading.ageSec + elapsedMs(reading.received, now) / 1000;
}

/** The one that was read later from the database. */
export function laterReading(
  held: SnapshotReading | null,
  other: SnapshotReading | null,
): SnapshotReading | null {
  if (held === null || other === null) return held ?? other;
  return Date.parse(other.snapshot.generated_at) > Date.parse(held.snapshot.generated_at) ? other : held;
}
