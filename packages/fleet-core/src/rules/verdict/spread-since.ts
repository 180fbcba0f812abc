import type { FleetSnapshot } from '../../contract/fleet-snapshot.ts';
import type { Closed } from '../../contract/scalars.ts';
import { fromInstant } from '../../domain/instant.ts';
import { CATALOGUE } from './catalogue/catalogue.ts';

/** Gives each cause and checklist row the earliest time since when one of its issues stands, as far as that is known. */
export function spreadSince(snapshot: Closed<FleetSnapshot>): Closed<FleetSnapshot> {
  const { issue_details } = snapshot.summary;
  const causes = snapshot.causes.map(({ since: _, ...cause }) => {
    const since = earliest(cause.issue_refs.flatMap((ref) => issue_details[ref]?.since ?? []));
    return since === null ? cause : { ...cause, since };
  });
  const checklist = snapshot.checklist.map((row) => ({
    ...row,
    since: earliest(
      issue_details.flatMap(({ code, since }) =>
        CATALOGUE[code].question === row.code ? (since ?? []) : [],
      ),
    ),
  }));
  return { ...snapshot, causes, checklist };
}

function earliest(instants: readonly string[]): string | null {
  return instants.reduce<string | null>(
    (least, instant) => (least === null || fromInstant(instant) < fromInstant(least) ? instant : least),
    null,
  );
}
