import type { CauseInShort, FleetSummary } from '../../contract/answers/fleet-summary.ts';
import type { Cause } from '../../contract/cause.ts';
import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';

/** So many of each that an answer stays under 4 KB. */
const MOST_CAUSES = 5;
const MOST_IDS = 3;

/** The verdict of a snapshot in a few KB: what is left out of a list is counted. */
export function inShort(snapshot: Closed<FleetSnapshot>): Closed<FleetSummary> {
  const { schema_version, generated_at, decision, causes, sources, served_by } = snapshot;
  const told = causes.slice(0, MOST_CAUSES);
  return {
    schema_version,
    generated_at,
    decision,
    causes: told.map(causeInShort),
    more_causes: causes.length - told.length,
    sources,
    served_by,
  };
}

function causeInShort(cause: Closed<Cause>): Closed<CauseInShort> {
  const { code, severity, planned, muted, subject, title, headline, since, buckets_affected } = cause;
  const ids = subject.ids.slice(0, MOST_IDS);
  return {
    code,
    severity,
    planned,
    ...(muted === undefined ? {} : { muted }),
    subject: { kind: subject.kind, ids, more_ids: subject.ids.length - ids.length },
    title,
    headline,
    ...(since === undefined ? {} : { since }),
    buckets_affected,
  };
}
