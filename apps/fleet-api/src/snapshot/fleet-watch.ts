import { type FleetSnapshot, SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import type { FleetHistory } from 'fleet-core/contract/history';
import type { Closed } from 'fleet-core/contract/scalars';
import {
  NOTHING_WATCHED,
  type Watched,
  watchFailure,
  watchSnapshot,
  withSince,
} from 'fleet-core/rules/history/history';

/** What this process has seen of the fleet, in bounded memory; gone when it ends. */
export type FleetWatch = {
  /** Takes note of a snapshot, and gives it back with its `since`. */
  seen(snapshot: Closed<FleetSnapshot>): Closed<FleetSnapshot>;
  /** Takes note that the fleet could not be read now, by our own clock: the database's is not to be had. */
  missed(): void;
  history(): FleetHistory;
};

export function createFleetWatch(): FleetWatch {
  let watched: Watched = NOTHING_WATCHED;
  return {
    seen(snapshot) {
      watched = watchSnapshot(watched, snapshot);
      return withSince(snapshot, watched);
    },
    missed() {
      watched = watchFailure(watched, new Date().toISOString());
    },
    history: () => ({
      schema_version: SCHEMA_VERSION,
      watching_since: watched.watching_since,
      status_transitions: [...watched.status_transitions],
      issue_transitions: [...watched.issue_transitions],
    }),
  };
}
