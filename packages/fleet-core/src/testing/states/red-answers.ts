import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';

/** Whether the fleet is red and no answer of the checklist is: who shows the answers, as a wall does, would show no red. */
export function lacksRedAnswer({ decision, summary, checklist }: Closed<FleetSnapshot>): boolean {
  const severities = summary.issue_details.map(({ severity }) => severity);
  const isRed = decision.code === 'stop' || [summary.status, ...severities].includes('red');
  return isRed && checklist.every(({ status }) => status !== 'red');
}
