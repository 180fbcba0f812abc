import { createContext, useContext } from 'react';
import type { Moment } from '../clock/moment.ts';

/** When the snapshot on screen came in, and how old it was then. */
export type SnapshotClock = {
  readonly generated_at: string;
  readonly received: Moment;
  readonly ageSec: number;
};

/** How far what is on screen can be trusted: `missing` has never been read, `old` was true once. */
export type Freshness =
  | { readonly kind: 'loading' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'live'; readonly clock: SnapshotClock }
  | { readonly kind: 'old'; readonly clock: SnapshotClock };

export const FreshnessContext = createContext<Freshness>({ kind: 'loading' });

/** How far what is on screen can be trusted. */
export function useFreshness(): Freshness {
  return useContext(FreshnessContext);
}
