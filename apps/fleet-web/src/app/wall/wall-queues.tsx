import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { drainOf, drainParts } from '../../features/delivery/drain.ts';
import { dueSamples } from '../../features/delivery/due-store.ts';
import { queueBars } from '../../features/delivery/queue-bar.ts';
import { WallDelivery } from '../../features/wall/numbers/wall-delivery.tsx';

/** The queues on the wall, with their bars and what this page has seen of their drain. */
export function WallQueues({ snapshot }: { readonly snapshot: FleetSnapshot }) {
  const { delivery } = snapshot;
  const samples = dueSamples(snapshot);
  const bars = queueBars(delivery.tables);
  const trends = delivery.tables.map(({ kind }, index) => {
    const drain = drainOf(samples, kind);
    const isTold = drain.kind === 'draining' || drain.kind === 'growing' || drain.kind === 'steady';
    return { bar: bars[index] ?? { due: 0, retry: 0 }, drain: isTold ? drainParts(drain).join('') : '' };
  });
  return <WallDelivery snapshot={snapshot} trends={trends} />;
}
