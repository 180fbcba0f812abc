import type { Delivery } from '../../contract/delivery.ts';
import type { Closed } from '../../contract/scalars.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { countText } from '../text/count-text.ts';
import { durationText } from '../text/duration-text.ts';
import { listText } from '../text/list-text.ts';
import type { JudgedQueue } from './delivery.ts';
import { enabledWorkers, namedOwner, namedOwners } from './delivery-workers.ts';

/** Queues that do not drain, and owners that do not deliver. */
export function deliveryFindings(fleet: JudgedFleet): Finding[] {
  return [
    ...queueFindings(fleet),
    ...postureFindings(fleet),
    ...fleet.queues.flatMap((queue) => overdueFindings(queue, fleet)),
    ...absentOwners(fleet),
    ...mismatchedOwners(fleet),
  ];
}

function queueFindings({ delivery }: JudgedFleet): Finding[] {
  if (delivery.status === 'green') return [];
  const text = queueText(delivery);
  return [finding(delivery.status, 'delivery_queues', `deliveries: ${text}`, `delivery queues: ${text}`)];
}

function queueText({ error, abandoned_since, failed_since, due_now }: Closed<Delivery>): string {
  const facts = [
    error,
    abandoned_since ? `${abandoned_since} abandoned` : undefined,
    failed_since ? `${failed_since} failed` : undefined,
    due_now ? `${due_now} due` : undefined,
  ];
  return facts.filter((fact) => fact !== undefined).join(', ');
}

function postureFindings({ delivery: { posture } }: JudgedFleet): Finding[] {
  if (posture.status === 'green') return [];
  const { message, enabled_hosts: hosts } = posture;
  return [finding(posture.status, 'delivery_posture', message, `delivery owner: ${message}`, { hosts })];
}

/** What waits too long, is planned too far ahead, or grows old while nothing is delivered. */
function overdueFindings({ table, retry_ahead_sec }: JudgedQueue, { thresholds }: JudgedFleet): Finding[] {
  const { delivery_overdue_sec, delivery_retry_limit_sec, recent_window_sec } = thresholds;
  const { kind, pending, oldest_pending_age_sec: oldestSec, delivered_since } = table;
  if (pending === null || pending === 0 || oldestSec === null) return [];
  const waiting = countText(pending, `${kind} delivery is`, `${kind} deliveries are`);
  const facts = [
    oldestSec > delivery_overdue_sec
      ? `the oldest for ${durationText(oldestSec)} (limit ${durationText(delivery_overdue_sec)})`
      : '',
    retry_ahead_sec !== null && retry_ahead_sec > delivery_retry_limit_sec
      ? `a next attempt is planned in ${durationText(retry_ahead_sec)} (limit ${durationText(delivery_retry_limit_sec)})`
      : '',
    oldestSec > recent_window_sec && delivered_since === 0
      ? `none was delivered in the last ${durationText(recent_window_sec)}`
      : '',
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return [];
  const message = `${kind} queue: ${waiting} pending, ${facts.join(', ')}`;
  return [finding('amber', 'delivery_overdue', `${waiting} overdue`, message, { subject: kind })];
}

/** A host that is named as owner, and where nobody delivers. */
function absentOwners({ processes }: JudgedFleet): Finding[] {
  const delivering = new Set(enabledWorkers(processes).map(({ process }) => process.host_id));
  return namedOwners(processes)
    .filter((owner) => !delivering.has(owner))
    .map((owner) => {
      const message = `delivery owner ${owner}: no active process there has delivery workers enabled`;
      const title = `${owner} is to deliver and has no active workers`;
      return finding('amber', 'delivery_owner_absent', title, message, { subject: owner, hosts: [owner] });
    });
}

/** Active processes disagree on the owner, or somebody delivers who is not the owner that he names. */
function mismatchedOwners({ processes }: JudgedFleet): Finding[] {
  const named = namedOwners(processes);
  const others = enabledWorkers(processes)
    .filter((judged) => !['', judged.process.host_id].includes(namedOwner(judged)))
    .map(({ process }) => process.host_id);
  const facts = [
    named.length > 1 ? `active processes name ${named.length} owners: ${listText(named)}` : '',
    others.length > 0 ? `workers are enabled on ${listText(others)}, which name another owner` : '',
  ].filter((fact) => fact !== '');
  if (facts.length === 0) return [];
  const hosts = others.length > 0 ? others : named;
  return [
    finding('amber', 'delivery_owner_mismatch', facts.join('; '), `delivery owner: ${facts.join('; ')}`, {
      hosts,
    }),
  ];
}
