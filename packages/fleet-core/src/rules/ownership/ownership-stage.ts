import type { BucketCoverageCode, BucketMode } from '../../contract/bucket-coverage.ts';
import type { PlanStage } from '../../contract/plan.ts';

/** Coverage that is amber by rule alone: a stage of the rollout, which may be the one that is planned. */
const STAGES = ['pinned', 'mixed', 'api_controlled'] as const;
export type StageCode = (typeof STAGES)[number];

/** Whether coverage says no more than how far the rollout has come. */
export function isStageCode(code: BucketCoverageCode): code is StageCode {
  return STAGES.some((stage) => stage === code);
}

/** The kind of ownership as people call it. */
export function ownershipText(mode: BucketMode | PlanStage): string {
  return mode === 'api_controlled' ? 'API-controlled' : mode;
}
