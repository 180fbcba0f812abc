import type { ProcessHealthRow } from '../../state/fleet-state.ts';
import { monitorProcess } from './monitor-process.ts';

/** A monitor that reports in the tables of the other name. */
export function otherMonitor(updated_at_age: number): ProcessHealthRow {
  return monitorProcess('jetmon-new', { min: 0, max: 166 }, { updated_at_age });
}
