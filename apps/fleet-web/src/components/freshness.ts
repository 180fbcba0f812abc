import { createContext, createElement, type PropsWithChildren, useContext } from 'react';
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

const Whole = createContext<Freshness>({ kind: 'loading' });
const Kind = createContext<Freshness['kind']>('loading');

type Props = PropsWithChildren<{ readonly value: Freshness }>;

/** Tells all within it how far what is on screen can be trusted. */
export function FreshnessOf({ value, children }: Props) {
  return createElement(Kind, { value: value.kind }, createElement(Whole, { value }, children));
}

/** How far what is on screen can be trusted, and since when; another one with every answer. */
export function useFreshness(): Freshness {
  return useContext(Whole);
}

/** How far what is on screen can be trusted, for what needs no age of it: it then is not drawn again for every answer. */
export function useFreshnessKind(): Freshness['kind'] {
  return useContext(Kind);
}
