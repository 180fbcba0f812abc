import type { FleetStateRows } from '../state/fleet-state.ts';
import type { StateWithPast } from '../state/state-with-past.ts';
import type { Scenario } from './scenario.ts';

/** What befalls one process while the fleet is watched, and the seconds until all of it can be seen. */
export type Incident = {
  readonly processId: string;
  /** Its heartbeats stop at the start, or its row is deleted at the end. */
  readonly kind: 'falls-silent' | 'row-deleted';
  readonly afterSec: number;
};

/** A scenario as it is seen by somebody who has watched it from the start: after its incident, where it has one. */
export function watchedScenario({ build, incident }: Pick<Scenario, 'build' | 'incident'>): StateWithPast {
  const state = build();
  if (incident === undefined) return state;
  const earlier = [{ secondsBefore: incident.afterSec, rows: state.rows }];
  return { ...state, rows: rowsAfter(state.rows, incident), earlier };
}

/** All processes but the one are as fresh as before. */
function rowsAfter(rows: FleetStateRows, { processId, kind, afterSec }: Incident): FleetStateRows {
  const processes = rows.jetmon_process_health.flatMap((row) => {
    if (row.process_id !== processId) return [row];
    return kind === 'row-deleted' ? [] : [{ ...row, updated_at_age: row.updated_at_age + afterSec }];
  });
  return { ...rows, jetmon_process_health: processes };
}
