import { FleetHistory } from 'fleet-core/contract/answers/history';
import { fromInstant } from 'fleet-core/domain/instant';
import { type Check, checkFleet } from 'fleet-core/rules/check/check-fleet';
import { CHECK_OF, type Goal, heldSinceMs } from 'fleet-core/rules/check/held-since';
import { ask } from '../api/ask.ts';
import { fetchFleet } from '../api/fetch-fleet.ts';
import { CannotTell } from '../cannot-tell.ts';
import type { Access } from '../settings/access.ts';

/** What one look at the fleet gave: how it is by the goal's check and since when it has been within the goal, or nothing. */
export type Look =
  | {
      readonly kind: 'seen';
      /** When it was read, on the database's clock, as `heldSinceMs`. */
      readonly atMs: number;
      readonly check: Pick<Check, 'code' | 'headline'>;
      /** What tells this state from another; ages and counts within its sentences may change. */
      readonly state: string;
      /** Null when that is not known, or the fleet is not within the goal. */
      readonly heldSinceMs: number | null;
    }
  | { readonly kind: 'blind'; readonly why: string };

/** Looks once, at the fleet and at what its dashboard has seen of it in the last `stableMs`. */
export async function lookAt(access: Access, goal: Goal, stableMs: number): Promise<Look> {
  try {
    const { snapshot } = await fetchFleet(access);
    const atMs = fromInstant(snapshot.generated_at);
    const { value: history } = await ask(
      access,
      `/api/fleet/history?since=${rangeBegin(atMs, stableMs)}`,
      FleetHistory,
    );
    const check = checkFleet(snapshot, CHECK_OF[goal]);
    const issues = check.issues.map(({ code, subject }) => `${code} ${subject}`);
    return {
      kind: 'seen',
      atMs,
      check,
      state: [check.code, snapshot.decision.code, ...issues].join('\n'),
      heldSinceMs: heldSinceMs(goal, snapshot, history),
    };
  } catch (error) {
    if (error instanceof CannotTell) return { kind: 'blind', why: error.message };
    throw error;
  }
}

/** Whole minutes are answered, with what stood before them: no more of the past is needed. */
function rangeBegin(atMs: number, stableMs: number): string {
  return new Date(atMs - stableMs - 60_000).toISOString();
}
