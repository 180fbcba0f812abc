import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { Issue } from 'fleet-core/contract/issue';
import { countOf } from './count.ts';
import { capitalised } from './names.ts';

/** The API's verdict in the words of a rollout, and whether what is amber is what was planned. */
export type Decision = { readonly headline: string; readonly asPlanned: boolean };

/** May the next step be taken? The verdict stays the API's; what was planned only changes how it is said. */
export function decisionOf(snapshot: FleetSnapshot): Decision {
  const { status, message, issue_details } = snapshot.summary;
  const warnings = issue_details.filter((issue) => !isPlanned(issue, snapshot));
  const asPlanned = status === 'amber' && issue_details.length > 0 && warnings.length === 0;
  switch (status) {
    case 'green':
      return { headline: 'Safe to continue', asPlanned };
    case 'amber':
      return asPlanned
        ? { headline: 'Safe to continue: pinned as planned', asPlanned }
        : { headline: `Check before advancing: ${countOf(warnings.length, 'warning')}`, asPlanned };
    case 'red': {
      const blockers = issue_details.filter((issue) => issue.severity === 'red');
      return { headline: `Do not advance: ${countOf(blockers.length, 'blocker')}`, asPlanned };
    }
    default:
      return { headline: capitalised(message), asPlanned };
  }
}

/** Whether an issue says no more than that ownership is as it was planned. */
export function isPlanned(issue: Issue, snapshot: FleetSnapshot): boolean {
  return issue.code === 'bucket_coverage' && isPinnedAsPlanned(snapshot);
}

/** Pinned ownership is amber by rule; during a pinned rollout it is what was meant. */
export function isPinnedAsPlanned({ bucket_coverage, settings }: FleetSnapshot): boolean {
  return bucket_coverage.code === 'pinned' && settings.expected_ownership === 'pinned';
}
