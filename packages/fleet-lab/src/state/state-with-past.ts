import type { FleetState, FleetStateRows } from './fleet-state.ts';

/** What a look at the fleet found, so many seconds before the state's "now". */
export type EarlierLook = { readonly secondsBefore: number; readonly rows: FleetStateRows };

/** A state as it is seen by somebody who has looked before. */
export type StateWithPast = FleetState & {
  /** The first look first; none where it is left out. */
  readonly earlier?: readonly EarlierLook[];
};
