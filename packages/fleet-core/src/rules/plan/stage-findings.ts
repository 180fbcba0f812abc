import type { BucketMode } from '../../contract/bucket-coverage.ts';
import type { PlanStage } from '../../contract/plan.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';

/** Ownership of another kind than was said to be planned at this stage. */
export function stageFindings({ bucket_coverage: { mode }, stage }: JudgedFleet): Finding[] {
  if (stage === null || !CONTRADICTIONS[stage].includes(mode)) return [];
  const message = `plan: ownership was to be ${stage}, and is ${mode}`;
  return [finding('amber', 'plan_mismatch', `ownership is ${mode}, not ${stage} as planned`, message)];
}

/** What no stage can be taken for. Without an active monitor nothing is known; on the way from pinned some may be dynamic. */
const CONTRADICTIONS: Readonly<Record<PlanStage, readonly BucketMode[]>> = {
  pinned: ['dynamic'],
  mixed: ['pinned', 'dynamic'],
  dynamic: ['pinned', 'mixed'],
  // Some builds call what they were given through the API dynamic.
  api_controlled: ['pinned', 'mixed'],
};
