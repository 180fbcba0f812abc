import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { queueBars } from '../../features/delivery/queue-bar.ts';
import { WallDelivery } from '../../features/wall/numbers/wall-delivery.tsx';

/** Trends that say nothing a glance at the numbers does not. */
const UNTOLD: readonly string[] = ['not_read', 'empty', 'collecting'];

/** The queues on the wall, with their bars and what becomes of what is due. */
export function WallQueues({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const { delivery } = snapshot;
  const bars = queueBars(delivery.tables);
  const trends = delivery.tables.map(({ trend }, index) => {
    const isTold = trend !== undefined && !UNTOLD.includes(trend.code);
    return { bar: bars[index] ?? { due: 0, retry: 0 }, drain: isTold ? (trend.text ?? '') : '' };
  });
  return <WallDelivery snapshot={snapshot} trends={trends} />;
}
