import type { Delivery } from '../../contract/delivery.ts';
import type { Closed } from '../../contract/scalars.ts';
import { distinctSorted } from '../code-point-order.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { numberText } from '../text/count-text.ts';
import { durationText, limitText, pastLimitText } from '../text/duration-text.ts';
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
  const { status, abandoned_since, failed_since, due_now } = delivery;
  const count = (status === 'red' ? (abandoned_since ?? 0) + (failed_since ?? 0) : due_now) ?? 0;
  return [finding(status, 'delivery_queues', `deliveries: ${text}`, `delivery queues: ${text}`, { count })];
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
  const isOld = oldestSec > delivery_overdue_sec;
  const isFarAhead = retry_ahead_sec !== null && retry_ahead_sec > delivery_retry_limit_sec;
  const isStuck = oldestSec > recent_window_sec && delivered_since === 0;
  if (!isOld && !isFarAhead && !isStuck) return [];
  const facts = [
    `${numberText(pending)} pending`,
    `the oldest for ${isOld ? pastLimitText(oldestSec, delivery_overdue_sec) : durationText(oldestSec)}`,
    ...(isFarAhead
      ? [`a next attempt only in ${pastLimitText(retry_ahead_sec, delivery_retry_limit_sec)}`]
      : []),
    ...(isStuck ? [`none delivered in the last ${limitText(recent_window_sec)}`] : []),
  ];
  const title = `${kind} deliveries are overdue`;
  const message = `${kind} queue: ${facts.join(', ')}`;
  return [finding('amber', 'delivery_overdue', title, message, { subject: kind, count: pending })];
}

/** A host that is named as owner, and where nobody delivers. */
function absentOwners({ processes, bucket_coverage, delivery }: JudgedFleet): Finding[] {
  // While ownership is API-controlled workers are off, and whom a monitor names is to deliver only later.
  const isBeforeDelivery =
    bucket_coverage.mode === 'api_controlled' && delivery.posture.enabled_process_count === 0;
  if (isBeforeDelivery && delivery.pending === 0 && delivery.error === undefined) return [];
  const delivering = new Set(enabledWorkers(processes).map(({ process }) => process.host_id));
  return namedOwners(processes)
    .filter((owner) => !delivering.has(owner))
    .map((owner) => {
      const message = `delivery owner ${owner}: no active process there has delivery workers enabled`;
      const title = `${owner} is named as delivery owner and has no active workers`;
      return finding('amber', 'delivery_owner_absent', title, message, { subject: owner, hosts: [owner] });
    });
}

/** Active processes disagree on the owner, or a host delivers that is not the owner which it names. */
function mismatchedOwners({ processes }: JudgedFleet): Finding[] {
  const named = namedOwners(processes);
  const others = distinctSorted(
    enabledWorkers(processes)
      .filter((judged) => !['', judged.process.host_id].includes(namedOwner(judged)))
      .map(({ process }) => process.host_id),
  );
  const facts = [
    ...(named.length > 1 ? [`active processes name ${named.length} owners: ${listText(named)}`] : []),
    ...(others.length > 0
      ? [
          `workers are enabled on ${listText(others)}, which ${others.length === 1 ? 'names' : 'name'} another owner`,
        ]
      : []),
  ];
  if (facts.length === 0) return [];
  const text = facts.join('; ');
  const hosts = others.length > 0 ? others : named;
  return [finding('amber', 'delivery_owner_mismatch', text, `delivery owner: ${text}`, { hosts })];
}
