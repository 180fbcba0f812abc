import type { BucketMode } from '../../contract/bucket-coverage.ts';
import type { PlanStage } from '../../contract/plan.ts';
import { type Finding, finding } from '../finding.ts';
import type { JudgedFleet } from '../judged-fleet.ts';
import { ownershipText } from '../ownership/ownership-stage.ts';

/** Ownership of another kind than was said to be planned at this stage. */
export function stageFindings({ bucket_coverage: { mode }, stage }: JudgedFleet): Finding[] {
  if (stage === null || !CONTRADICTIONS[stage].includes(mode)) return [];
  const message = `plan: ownership was to be ${ownershipText(stage)}, and is ${ownershipText(mode)}`;
  return [
    finding(
      'amber',
      'plan_mismatch',
      `ownership is ${ownershipText(mode)}, not ${ownershipText(stage)} as planned`,
      message,
    ),
  ];
}

/** What no stage can be taken for. Without an active monitor nothing is known; on the way from pinned some may be dynamic. */
const CONTRADICTIONS: Readonly<Record<PlanStage, readonly BucketMode[]>> = {
  pinned: ['dynamic', 'api_controlled'],
  mixed: ['pinned', 'dynamic', 'api_controlled'],
  dynamic: ['pinned', 'mixed', 'api_controlled'],
  // Some builds call what they were given through the API dynamic.
  api_controlled: ['pinned', 'mixed'],
};
