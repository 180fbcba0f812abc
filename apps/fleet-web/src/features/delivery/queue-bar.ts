import type { DeliveryTable } from 'fleet-core/contract/delivery';

/** Parts of a bar's width in percent. */
export type QueueBar = { readonly due: number; readonly retry: number };

/**
 * The bars of all queues on one scale, so that they compare. Square roots keep a short queue visible
 * beside a long one; nothing waiting draws nothing.
 */
export function queueBars(tables: readonly DeliveryTable[]): QueueBar[] {
  const lengths = tables.map((table) => Math.sqrt((table.due_now ?? 0) + (table.future_retry ?? 0)));
  const longest = Math.max(0, ...lengths);
  return tables.map((table, index) => {
    const due = table.due_now ?? 0;
    const retry = table.future_retry ?? 0;
    const length = lengths[index] ?? 0;
    if (longest === 0 || length === 0) return { due: 0, retry: 0 };
    const percent = (100 * length) / longest / (due + retry);
    return { due: due * percent, retry: retry * percent };
  });
}
