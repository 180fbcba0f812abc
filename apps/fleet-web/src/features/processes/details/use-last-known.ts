import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Process } from 'fleet-core/contract/process';
import { useState } from 'react';
import { type Freshness, type SnapshotClock, useFreshness } from '../../../components/freshness.ts';

type Sighting = { readonly process: Process; readonly read_at: string; readonly clock: SnapshotClock | null };

/** What is known of one process. `gone`: a snapshot had it and the present one does not. */
export type Known =
  | { readonly kind: 'never' }
  | {
      readonly kind: 'present' | 'gone';
      readonly process: Process;
      /** When the values were read, by the database's clock. */
      readonly read_at: string;
      readonly freshness: Freshness;
    };

/** Keeps what was last known of a process after it has left the snapshot. */
export function useLastKnown(process_id: string, { processes, generated_at }: FleetSnapshot): Known {
  const freshness = useFreshness();
  const [last, setLast] = useState<Sighting | null>(null);
  const process = processes.find((one) => one.process_id === process_id);

  if (process !== undefined) {
    const clock = 'clock' in freshness ? freshness.clock : null;
    if (last?.process !== process) setLast({ process, read_at: generated_at, clock });
    return { kind: 'present', process, read_at: generated_at, freshness };
  }
  if (last === null) return { kind: 'never' };
  const { clock, ...sighting } = last;
  return {
    kind: 'gone',
    ...sighting,
    freshness: clock === null ? { kind: 'missing' } : { kind: 'old', clock },
  };
}
