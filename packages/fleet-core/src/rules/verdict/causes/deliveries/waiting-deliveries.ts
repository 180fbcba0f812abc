import { distinctSorted } from '../../../code-point-order.ts';
import { enabledWorkers } from '../../../delivery/delivery-workers.ts';
import type { Finding } from '../../../finding.ts';
import type { JudgedFleet } from '../../../judged-fleet.ts';
import { countText } from '../../../text/count-text.ts';
import { durationText } from '../../../text/duration-text.ts';
import { listText } from '../../../text/list-text.ts';
import { sentence } from '../../../text/sentence.ts';
import { CATALOGUE } from '../../catalogue/catalogue.ts';
import { DELIVERER_SERVICE } from '../../steps.ts';
import type { Join } from '../draft.ts';
import type { Pool } from '../pool.ts';

/** What waits although somebody delivers. */
export const joinWaitingDeliveries: Join = (pool, fleet) => {
  const findings = takeWaiting(pool);
  const overdue = findings.filter(({ code }) => code === 'delivery_overdue');
  const [first = findings[0]] = overdue;
  if (first === undefined) return [];
  const hosts = distinctSorted(enabledWorkers(fleet.processes).map(({ process }) => process.host_id));
  const title = overdue.length > 0 ? first.title : dueText(fleet);
  const told = overdue.length > 0 ? overdue.map((found) => found.message) : [title];
  const are = hosts.length === 1 ? 'is' : 'are';
  const who = hosts.length === 0 ? '' : `; ${listText(hosts)} ${are} to deliver them`;
  return [
    {
      code: first.code,
      kind: 'queue',
      ids: waitingQueues(fleet),
      title,
      headline: `${sentence(told.join('; '))}${who}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts, service: DELIVERER_SERVICE },
      steps: CATALOGUE[first.code].steps,
    },
  ];
};

function dueText({ delivery: { due_now, oldest_due_age_sec } }: JudgedFleet): string {
  const due = countText(due_now ?? 0, 'delivery is', 'deliveries are');
  return `${due} due, the oldest for ${durationText(oldest_due_age_sec ?? 0)}`;
}

/** Takes what says that deliveries wait, without those that went wrong. */
export function takeWaiting(pool: Pool): Finding[] {
  const due = pool.look('delivery_queues').filter((found) => found.severity === 'amber');
  return [...pool.claim(due), ...pool.take('delivery_overdue')];
}

/** The queues in which something waits. */
export function waitingQueues({ queues }: JudgedFleet): string[] {
  return queues.flatMap(({ table }) => ((table.pending ?? 0) > 0 ? [table.kind] : []));
}
