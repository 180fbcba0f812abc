import type { SnapshotClock } from './freshness.ts';
import { TickingTime } from './ticking-time.tsx';

/** How long ago the snapshot on screen was read; always counts on. */
export function DataAge({ clock }: { readonly clock: SnapshotClock }) {
  return <TickingTime seconds={clock.ageSec} from={clock.received} instant={clock.generated_at} />;
}
