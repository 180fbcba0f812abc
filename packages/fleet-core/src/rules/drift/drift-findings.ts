import type { ProjectionDrift } from '../../contract/projection-drift.ts';
import type { Closed } from '../../contract/scalars.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';

/** Drift that is not green. */
export function driftFindings({ projection_drift }: JudgedFleet): Finding[] {
  const { status } = projection_drift;
  if (status === 'green') return [];
  const text = driftText(projection_drift);
  return [finding(status, 'projection_drift', text, `projection drift: ${text}`, countOf(projection_drift))];
}

function countOf({ count }: Closed<ProjectionDrift>) {
  return count === null ? {} : { count };
}

function driftText({ error, count }: Closed<ProjectionDrift>): string {
  if (error !== undefined) return error;
  return count === 1
    ? '1 site differs from its open http events'
    : `${count} sites differ from their open http events`;
}
