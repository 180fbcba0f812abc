import type { Rollout, RolloutNext } from '../../contract/rollout.ts';
import type { Closed } from '../../contract/scalars.ts';
import { rangesText } from '../text/bucket-range-text.ts';
import type { StandingHost } from './rollout-hosts.ts';

/** The part of the section that says what is next. */
export type NextStep = Pick<Closed<Rollout>, 'next' | 'advance' | 'unknown_because' | 'progress'>;

/** What is next is not known, and why. */
export function unknownStep(unknown_because: string): NextStep {
  return { next: null, advance: null, unknown_because, progress: null };
}

/** What is next hangs on a host of which nothing is known. */
export function unknownHost({ row, standing }: StandingHost): NextStep {
  return unknownStep(`${row.host_id} ${standing.unknown_because}`);
}

/** What to do next, how far it has come, and who or what it concerns. */
export function knownStep(advance: string, progress: string, next: RolloutNext | null): NextStep {
  const who = next?.host_id ?? (next?.range ? rangesText([next.range]) : null);
  return {
    next,
    advance,
    unknown_because: null,
    progress: who === null ? progress : `${progress}; next ${who}`,
  };
}
