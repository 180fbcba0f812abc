import { distinctSorted } from '../../../code-point-order.ts';
import { enabledWorkers, namedOwners } from '../../../delivery/delivery-workers.ts';
import type { JudgedFleet } from '../../../judged-fleet.ts';
import { isDeliverer } from '../../../processes/process-type.ts';
import { countText } from '../../../text/count-text.ts';
import { listText } from '../../../text/list-text.ts';
import { checkService, DELIVERER_SERVICE, look, onHost, type StepsFor } from '../../steps.ts';
import type { Join } from '../draft.ts';
import { takeWaiting, waitingQueues } from './waiting-deliveries.ts';

/** What waits and has nobody to deliver it: named for the host that should, or those that could. */
export const joinStuckDeliveries: Join = (pool, fleet) => {
  const pending = fleet.delivery.pending ?? 0;
  if (pending === 0 || enabledWorkers(fleet.processes).length > 0) return [];
  const findings = [
    ...takeWaiting(pool),
    ...pool.take('delivery_posture', 'delivery_owner_absent', 'delivery_owner_mismatch'),
  ];
  if (findings.length === 0) return [];
  const owners = namedOwners(fleet.processes);
  const candidates = deliverers(fleet);
  const waiting = countText(pending, 'delivery', 'deliveries');
  return [
    {
      code: 'deliveries_stuck',
      kind: 'queue',
      ids: waitingQueues(fleet),
      title: `nothing will drain ${waiting}`,
      headline: `Nothing will drain ${waiting}: ${absenceText(owners, candidates)}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      about: { hosts: owners.length > 0 ? owners : candidates, service: DELIVERER_SERVICE },
      steps: startDelivering,
    },
  ];
};

const startDelivering: StepsFor = (about, sql) => [
  checkService(about, 'is the deliverer running?'),
  look('See who has workers enabled, and whom they name', sql.delivery_workers),
  look('See what waits', sql.waiting_deliveries),
  onHost(about, 'start it', `systemctl start ${about.service}`),
];

function deliverers({ processes }: JudgedFleet): string[] {
  const ofType = processes.filter(({ process }) => isDeliverer(process));
  return distinctSorted(ofType.map(({ process }) => process.host_id));
}

function absenceText(owners: readonly string[], candidates: readonly string[]): string {
  if (owners.length > 0) {
    return `${listText(owners)}, named as owner, ${owners.length === 1 ? 'has' : 'have'} no active worker`;
  }
  return candidates.length > 0
    ? `no active process has its workers enabled; ${listText(candidates)} could be it`
    : 'no active process has its workers enabled, and no deliverer is known';
}
