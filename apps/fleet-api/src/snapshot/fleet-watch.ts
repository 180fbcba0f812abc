import type { FleetHistory } from 'fleet-core/contract/answers/history';
import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Closed } from 'fleet-core/contract/scalars';
import type { DueLook } from 'fleet-core/domain/due-look';
import type { FleetMemory } from 'fleet-core/domain/fleet-memory';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { type Known, NOTHING_KNOWN } from 'fleet-core/kept/known';
import { noteDue, withTrends } from 'fleet-core/rules/delivery/due-looks';
import { watchFailure, watchSnapshot, withSince } from 'fleet-core/rules/history/history';
import { sampleSnapshot } from 'fleet-core/rules/history/samples';
import { type MinuteRange, tellHistory } from 'fleet-core/rules/history/tell-history';
import { remember } from 'fleet-core/rules/memory/remember';
import { rememberMutes } from 'fleet-core/rules/memory/remember-mutes';
import { startStopwatch } from '../stopwatch.ts';

/** What has been seen of the fleet, in bounded memory. */
export type FleetWatch = {
  /** Takes note of what was read, and gives back what is known with it. */
  look(readings: FleetReadings): FleetMemory;
  /** Takes note of a snapshot, and gives it back with its `since` and the trend of each queue. */
  seen(snapshot: Closed<FleetSnapshot>): Closed<FleetSnapshot>;
  /** Takes note that the fleet could not be read now. */
  missed(): void;
  /** The database's clock, as far as it is known. */
  nowMs(): number;
  /** Other than before whenever there is something new to tell. */
  version(): number;
  /** What is told of a range, or when nothing was asked for. */
  history(range: MinuteRange | null): Closed<FleetHistory>;
};

/** Where what is known comes from, and goes to. */
export type Keeper = {
  /** What was known before this process. */
  readonly known: Known;
  /** Told all that is known whenever there is more of it. Returns at once. */
  keep(known: Known): void;
};

/** Nothing of it outlives the process. */
export const NO_KEEPER: Keeper = { known: NOTHING_KNOWN, keep: () => {} };

/** `longestPauseMs`: how long nobody may look before that time counts as not watched. */
export function createFleetWatch(longestPauseMs: number, keeper = NO_KEEPER): FleetWatch {
  let { known } = keeper;
  let version = 0;
  let dueLooks: readonly DueLook[] = [];
  /** The database's clock when it was last read, and how long ago that is. */
  let clock = { databaseMs: Date.now(), elapsedMs: startStopwatch() };
  const nowMs = () => clock.databaseMs + clock.elapsedMs();

  function know(more: Partial<Known>): void {
    known = { ...known, ...more };
    version += 1;
    keeper.keep(known);
  }

  return {
    look(readings) {
      clock = { databaseMs: readings.now_ms, elapsedMs: startStopwatch() };
      const memory = remember(known.processes, readings);
      know({ processes: memory });
      return memory;
    },
    seen(snapshot) {
      const history = watchSnapshot(known.history, snapshot, clock.databaseMs, longestPauseMs);
      know({
        history,
        processes: rememberMutes(known.processes, snapshot),
        samples: sampleSnapshot(known.samples, snapshot, clock.databaseMs),
      });
      dueLooks = noteDue(dueLooks, snapshot, clock.databaseMs);
      return withTrends(withSince(snapshot, history), dueLooks);
    },
    missed() {
      // The database cannot be asked: its clock is where it was, and as much further as has passed here.
      know({ history: watchFailure(known.history, nowMs(), longestPauseMs) });
    },
    nowMs,
    version: () => version,
    history: (range) => tellHistory(known.history, known.samples, range, nowMs(), longestPauseMs),
  };
}
