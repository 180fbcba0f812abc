import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { isPlanned } from '../../format/decision.ts';

/** One line of the issue list. */
export type IssueRow = {
  readonly key: string;
  readonly severity: string;
  readonly text: string;
  /** When it was first seen, where the API knows. */
  readonly since: string | undefined;
  /** It was meant to be so at this stage. */
  readonly asPlanned: boolean;
};

/** The issues in the API's order, each with its severity; a text without details is listed as of unknown severity. */
export function issueRows(snapshot: FleetSnapshot): IssueRow[] {
  const { issues, issue_details } = snapshot.summary;
  return issues.map((text, place) => {
    const detail = issue_details[place];
    return {
      key: `${place} ${text}`,
      severity: detail?.severity ?? '',
      text,
      since: detail?.since,
      asPlanned: detail !== undefined && isPlanned(detail, snapshot),
    };
  });
}
