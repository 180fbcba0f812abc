import { type RowValues, receiverValues } from 'fleet-lab/state/row-values';
import type { DeliveryKind } from '../../contract/delivery.ts';
import { toUtcDateTime } from '../../domain/instant.ts';

/** The columns of process health that have no default. */
export function processColumns(host_id: string, process_type = 'monitor'): RowValues {
  return { process_id: `${host_id}:${process_type}`, host_id, process_type };
}

let transition = 0;

/** A delivery of either table, never the same one twice. Times are milliseconds since 1970. */
export function deliveryColumns(
  kind: DeliveryKind,
  status: string,
  times: Record<string, number | null> = {},
): RowValues {
  const at = Object.entries(times).map(([column, ms]) => [column, ms === null ? null : toUtcDateTime(ms)]);
  return {
    ...receiverValues(kind, 1),
    transition_id: ++transition,
    event_id: 1,
    event_type: 'event.opened',
    payload: '{}',
    status,
    ...Object.fromEntries(at),
  };
}
