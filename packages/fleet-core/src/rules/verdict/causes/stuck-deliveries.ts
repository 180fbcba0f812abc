import { distinctSorted } from '../../code-point-order.ts';
import { enabledWorkers, namedOwners } from '../../delivery/delivery-workers.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import { countText } from '../../text/count-text.ts';
import { durationText } from '../../text/duration-text.ts';
import { listText } from '../../text/list-text.ts';
import { sentence } from '../../text/sentence.ts';
import { CATALOGUE } from '../catalogue/catalogue.ts';
import { look, onHost } from '../steps.ts';
import type { Join } from './draft.ts';
import { has } from './pool.ts';

/** What waits and has nobody to deliver it: named for the host that should, or those that could. */
export const joinStuckDeliveries: Join = (pool, fleet, sql) => {
  const pending = fleet.delivery.pending ?? 0;
  if (pending === 0 || enabledWorkers(fleet.processes).length > 0) return [];
  const findings = [
    ...pool.take((found) => has('delivery_queues')(found) && found.severity === 'amber'),
    ...pool.take(
      has('delivery_posture', 'delivery_overdue', 'delivery_owner_absent', 'delivery_owner_mismatch'),
    ),
  ];
  if (findings.length === 0) return [];
  const owners = namedOwners(fleet.processes);
  const hosts = owners.length > 0 ? owners : deliverers(fleet);
  const waiting = countText(pending, 'delivery', 'deliveries');
  const who =
    owners.length > 0
      ? `${listText(owners)}, named as owner, has no active worker`
      : hosts.length > 0
        ? `no active process has its workers enabled; ${listText(hosts)} could be it`
        : 'no process is there to deliver';
  return [
    {
      code: 'deliveries_stuck',
      kind: 'queue',
      ids: fleet.queues.filter(({ table }) => (table.pending ?? 0) > 0).map(({ table }) => table.kind),
      title: `nothing will drain ${waiting}`,
      headline: `Nothing will drain ${waiting}: ${who}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      steps: [
        onHost({ hosts, buckets: '' }, 'is the deliverer running?', 'systemctl status jetmon-deliverer'),
        onHost({ hosts, buckets: '' }, 'start it', 'systemctl start jetmon-deliverer'),
        look('See what waits', sql.waiting_deliveries),
        look('See who has workers enabled, and whom they name', sql.delivery_workers),
      ],
    },
  ];
};

function deliverers({ processes }: JudgedFleet): string[] {
  return distinctSorted(
    processes
      .filter(({ process }) => process.process_type === 'deliverer')
      .map(({ process }) => process.host_id),
  );
}

/** What waits although somebody delivers. */
export const joinSlowDeliveries: Join = (pool, fleet, sql) => {
  const findings = [
    ...pool.take((found) => has('delivery_queues')(found) && found.severity === 'amber'),
    ...pool.take(has('delivery_overdue')),
  ];
  const [first] = findings;
  if (first === undefined) return [];
  const hosts = distinctSorted(enabledWorkers(fleet.processes).map(({ process }) => process.host_id));
  const { due_now, oldest_due_age_sec } = fleet.delivery;
  const due = due_now ?? 0;
  const overdue = findings.find(has('delivery_overdue'));
  const waiting = `${countText(due, 'delivery is', 'deliveries are')} due, the oldest for ${durationText(oldest_due_age_sec ?? 0)}`;
  const title = overdue?.title ?? waiting;
  return [
    {
      code: first.code,
      kind: 'queue',
      ids: fleet.queues.filter(({ table }) => (table.pending ?? 0) > 0).map(({ table }) => table.kind),
      title,
      headline:
        overdue === undefined
          ? `${waiting}; ${listText(hosts)} ${hosts.length === 1 ? 'drains' : 'drain'} them`
          : `${sentence(overdue.message)}; ${listText(hosts)} ${hosts.length === 1 ? 'is' : 'are'} to deliver`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      steps: CATALOGUE.delivery_overdue.steps({ hosts, buckets: '' }, sql),
    },
  ];
};

/** One question, who delivers, answered in several ways. */
export const joinDeliveryOwners: Join = (pool, _fleet, sql) => {
  const findings = pool.take(has('delivery_posture', 'delivery_owner_absent', 'delivery_owner_mismatch'));
  const [first] = findings;
  if (first === undefined) return [];
  const hosts = distinctSorted(findings.flatMap((found) => found.hosts));
  return [
    {
      code: first.code,
      kind: 'host',
      ids: hosts,
      title: first.title,
      headline: `Who delivers is not clear: ${findings.map((found) => found.title).join('; ')}`,
      facts: findings.map((found) => found.message),
      findings,
      ranges: [],
      steps: CATALOGUE.delivery_owner_mismatch.steps({ hosts, buckets: '' }, sql),
    },
  ];
};
