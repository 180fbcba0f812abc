import type { Mute, Plan } from '../contract/plan.ts';
import type { Closed } from '../contract/scalars.ts';

/** What is planned, as the file says it: whether a mute holds is for the rules. */
export type PlannedFleet = Readonly<Omit<Closed<Plan>, 'muted'>> & { readonly muted: readonly PlannedMute[] };
export type PlannedMute = Readonly<Omit<Closed<Mute>, 'void' | 'severity' | 'count'>>;

/** The plan by which a snapshot is judged. */
export type PlanInForce = {
  /** What the file's name is, without its directories; null where no file is configured. */
  readonly file: string | null;
  /** The last that could be read; null until there is one. */
  readonly plan: PlannedFleet | null;
  /** What is wrong with the file now, in words that anybody may read; null while nothing is. */
  readonly fault: string | null;
};

export const NO_PLAN: PlanInForce = { file: null, plan: null, fault: null };
