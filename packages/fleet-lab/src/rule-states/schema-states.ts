import { otherMonitor } from '../scenarios/builders/other-monitor.ts';
import type { FleetState } from '../state/fleet-state.ts';
import { type RuleState, type RuleVerdict, WELL } from './rule-state.ts';
import { smallFleet } from './small-fleet.ts';

const IN_USE: RuleVerdict = {
  decision: 'hold',
  added: [['other_tables_in_use', 'amber', '']],
  checklist: { heartbeats: 'amber' },
};

/** The small fleet, with the tables of the other name beside, in which monitors reported so long ago. */
function beside(agesSec: readonly number[], is_later?: true): FleetState {
  const fleet = smallFleet();
  const other_process_health = agesSec.map(otherMonitor);
  return { ...fleet, ...(is_later && { is_later }), rows: { ...fleet.rows, other_process_health } };
}

/** Tables of both names. */
export const SCHEMA_STATES: readonly RuleState[] = [
  { name: 'new tables that nobody writes to yet are nothing to wait for', ...beside([]), expect: WELL },
  { name: 'a monitor that reports in the new tables is not seen here', ...beside([60]), expect: IN_USE },
  { name: 'one whose last report there is just at the grace', ...beside([600]), expect: IN_USE },
  { name: 'one whose last report there is just past the grace', ...beside([601]), expect: WELL },
  { name: 'old tables in which somebody reports', ...beside([60], true), expect: IN_USE },
  { name: 'old tables that were left behind', ...beside([86_400], true), expect: WELL },
];
