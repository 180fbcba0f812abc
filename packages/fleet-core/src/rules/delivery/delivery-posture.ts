import type { DeliveryPosture, DeliveryPostureCode } from '../../contract/delivery.ts';
import type { Level } from '../../contract/level.ts';
import type { Closed } from '../../contract/scalars.ts';
import { distinctSorted } from '../code-point-order.ts';
import type { JudgedProcess } from '../processes/processes.ts';
import { enabledWorkers, namedOwner } from './delivery-workers.ts';

type Finding = { status: Level; code: DeliveryPostureCode; message: string };

/** Judges whether one owner, and only one, takes the deliveries. Stale and stopped processes deliver nothing. */
export function judgeDeliveryPosture(
  processes: readonly JudgedProcess[],
  pending: number | null,
): Closed<DeliveryPosture> {
  const enabled = enabledWorkers(processes);
  const owners = enabled.map(namedOwner);
  const enabled_hosts = distinctSorted(enabled.map((judged) => judged.process.host_id));
  const owner_hosts = distinctSorted(owners.filter((owner) => owner !== ''));
  const unset = distinctSorted(
    enabled.filter((_, i) => owners[i] === '').map((judged) => judged.process.host_id),
  );
  return {
    ...findPosture(enabled.length, unset, owner_hosts, pending ?? 0),
    enabled_process_count: enabled.length,
    enabled_hosts,
    owner_hosts,
  };
}

function findPosture(enabledCount: number, unset: string[], owners: string[], pending: number): Finding {
  if (enabledCount === 0 && pending > 0) {
    const waiting = pending === 1 ? '1 delivery is queued' : `${pending} deliveries are queued`;
    const message = `${waiting} and no active process has delivery workers enabled`;
    return { status: 'amber', code: 'queued_without_worker', message };
  }
  if (enabledCount === 0) {
    return { status: 'green', code: 'no_workers', message: 'no active process has delivery workers enabled' };
  }
  if (unset.length > 0 && owners.length > 0) {
    const message = `delivery workers without DELIVERY_OWNER_HOST on ${unset.join(', ')}, while others name ${owners.join(', ')}`;
    return { status: 'amber', code: 'mixed_ownership', message };
  }
  if (unset.length > 0) {
    const message = `delivery workers without DELIVERY_OWNER_HOST on ${unset.join(', ')}`;
    return { status: 'amber', code: 'owner_unset', message };
  }
  if (owners.length > 1) {
    const message = `active processes name ${owners.length} delivery owners: ${owners.join(', ')}`;
    return { status: 'amber', code: 'multiple_owners', message };
  }
  return {
    status: 'green',
    code: 'single_owner',
    message: `delivery owner is constrained to ${owners.join(', ')}`,
  };
}
