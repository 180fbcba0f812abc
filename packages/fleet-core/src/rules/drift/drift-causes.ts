import type { DriftCauseCode } from '../../contract/answers/drift-detail.ts';
import type { EventsOfSite } from '../../domain/drift-detail.ts';

const DOWN = 2;
const SEEMS_DOWN = 0;

/** Why a site with this status differs from its open http events: the first cause that holds. */
export function causeOfDrift({
  site_status,
  open_events,
  expected_status,
}: EventsOfSite & { readonly site_status: number }): DriftCauseCode {
  if (open_events === 'several') return 'several_events';
  if (open_events === 'none') return site_status === DOWN ? 'down_without_event' : 'other';
  if (expected_status === DOWN) return 'down_event_not_shown';
  if (expected_status !== SEEMS_DOWN) return 'other';
  return site_status === DOWN ? 'down_by_seems_down_event' : 'seems_down_event_not_shown';
}

/** What each cause means, and what to do about it. */
export const DRIFT_CAUSE_TEXTS: Readonly<
  Record<DriftCauseCode, { readonly meaning: string; readonly what_to_do: string }>
> = {
  several_events: {
    meaning: 'More than one http event is open for the site, so the table cannot agree with each.',
    what_to_do:
      "Compare when the events began and were last updated: one that no check upholds any more should have been closed. Look in the owner's log for what failed when the site recovered.",
  },
  down_without_event: {
    meaning: 'The table shows the site as down, and no http event is open for it.',
    what_to_do:
      "Look whether the site is up. If it is, its event was closed and the status not set back: look in the owner's log for failed writes. If it is down, see that no v1 monitor still writes to this bucket.",
  },
  down_event_not_shown: {
    meaning: 'An event says Down, and the table shows another status.',
    what_to_do:
      "The projection did not write the status, or something has overwritten it. Look in the owner's log for failed writes, and see that no v1 monitor still writes to this bucket.",
  },
  down_by_seems_down_event: {
    meaning: 'The table shows the site as down, while its event says no more than Seems Down.',
    what_to_do:
      "The outage was confirmed in the table and not in the event. See that no v1 monitor still confirms outages in this bucket, then look in the owner's log for an event that could not be raised to Down.",
  },
  seems_down_event_not_shown: {
    meaning: 'An event says Seems Down, and the table shows neither that nor down.',
    what_to_do:
      'Wait for one round of checks: the event is either confirmed or closed. If the site still differs, the projection does not write for it: look in the log of the owner of its bucket.',
  },
  other: {
    meaning: 'The site differs in another way, as one that seems down in the table without any event.',
    what_to_do:
      'Compare the status of the site with its open events, if it has any. A status other than 0, 1 and 2, or an event of another state, was not written by the projection: find out what else writes to the table.',
  },
};
