import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';

/** Snapshots further apart leave a time in which this page saw nothing: then nothing is known to have stood. */
export const LONGEST_PAUSE_MS = 90_000;

/**
 * The snapshot whose `since` are never later than those of the one before, as long as the same stood in both: an API that
 * was started anew, or another one, has not seen what this page has.
 */
export function withLongestSince(before: FleetSnapshot, snapshot: FleetSnapshot): FleetSnapshot {
  const pauseMs = Date.parse(snapshot.generated_at) - Date.parse(before.generated_at);
  if (!(pauseMs >= 0 && pauseMs <= LONGEST_PAUSE_MS)) return snapshot;
  const { decision, summary } = snapshot;
  const stands = <T extends Since>(name: (each: T) => string, all: readonly T[], now: readonly T[]) => {
    const known = new Map(all.map((each) => [name(each), each.since]));
    return now.map((each) => sinceEarlier(each, known.get(name(each))));
  };
  return {
    ...snapshot,
    decision: stands(({ code }) => code, [before.decision], [decision])[0] ?? decision,
    causes: stands(({ code, subject }) => `${code} ${subject.ids.join(' ')}`, before.causes, snapshot.causes),
    checklist: stands(({ code, status }) => `${code} ${status}`, before.checklist, snapshot.checklist),
    summary: {
      ...(stands(({ status }) => status, [before.summary], [summary])[0] ?? summary),
      issue_details: stands(
        ({ code, subject }) => `${code} ${subject}`,
        before.summary.issue_details,
        summary.issue_details,
      ),
    },
  };
}

type Since = { readonly since?: string | null | undefined };

/** What says no time gets none: it is the API's to say that it tells one. */
function sinceEarlier<T extends Since>(told: T, known: string | null | undefined): T {
  if (typeof told.since !== 'string' || typeof known !== 'string') return told;
  return Date.parse(known) < Date.parse(told.since) ? { ...told, since: known } : told;
}
