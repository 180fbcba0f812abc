import type { FleetView } from '../api/view/fleet-view.ts';
import type { SnapshotReading } from '../api/view/snapshot-reading.ts';
import type { Freshness, SnapshotClock } from '../components/freshness.ts';

/** What the view means for everything that shows the snapshot. */
export function freshnessOf(view: FleetView): Freshness {
  switch (view.kind) {
    case 'loading':
      return { kind: 'loading' };
    case 'live':
      return { kind: 'live', clock: clockOf(view.reading) };
    case 'noData':
      return view.reading === null ? { kind: 'missing' } : { kind: 'old', clock: clockOf(view.reading) };
  }
}

function clockOf({ snapshot, received, ageSec }: SnapshotReading): SnapshotClock {
  return { generated_at: snapshot.generated_at, received, ageSec };
}
