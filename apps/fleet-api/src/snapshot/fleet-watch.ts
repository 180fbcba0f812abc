import { type FleetSnapshot, SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import type { FleetHistory } from 'fleet-core/contract/history';
import type { Closed } from 'fleet-core/contract/scalars';
import { type FleetMemory, NOTHING_REMEMBERED } from 'fleet-core/domain/fleet-memory';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import {
  NOTHING_WATCHED,
  type Watched,
  watchFailure,
  watchSnapshot,
  withSince,
} from 'fleet-core/rules/history/history';
import { remember } from 'fleet-core/rules/memory/remember';
import { rememberMutes } from 'fleet-core/rules/memory/remember-mutes';
import { startStopwatch } from '../stopwatch.ts';

/** What this process has seen of the fleet, in bounded memory; gone when it ends. */
export type FleetWatch = {
  /** Takes note of what was read, and gives back what is known with it. */
  look(readings: FleetReadings): FleetMemory;
  /** Takes note of a snapshot, and gives it back with its `since`. */
  seen(snapshot: Closed<FleetSnapshot>): Closed<FleetSnapshot>;
  /** Takes note that the fleet could not be read now. */
  missed(): void;
  history(): FleetHistory;
};

/** `longestPauseMs`: how long nobody may look before that time counts as not watched. */
export function createFleetWatch(longestPauseMs: number): FleetWatch {
  let watched: Watched = NOTHING_WATCHED;
  let memory: FleetMemory = NOTHING_REMEMBERED;
  /** The database's clock when it was last read, and how long ago that is. */
  let clock = { databaseMs: Date.now(), elapsedMs: startStopwatch() };

  return {
    look(readings) {
      clock = { databaseMs: readings.now_ms, elapsedMs: startStopwatch() };
      memory = remember(memory, readings);
      return memory;
    },
    seen(snapshot) {
      watched = watchSnapshot(watched, snapshot, clock.databaseMs, longestPauseMs);
      memory = rememberMutes(memory, snapshot);
      return withSince(snapshot, watched);
    },
    missed() {
      // The database cannot be asked: its clock is where it was, and as much further as has passed here.
      watched = watchFailure(watched, clock.databaseMs + clock.elapsedMs(), longestPauseMs);
    },
    history: () => ({
      longest_pause_sec: Math.round(longestPauseMs / 1000),
      samples: null,
      schema_version: SCHEMA_VERSION,
      watching_since: watched.watching_since,
      status_transitions: [...watched.status_transitions],
      issue_transitions: [...watched.issue_transitions],
    }),
  };
}
