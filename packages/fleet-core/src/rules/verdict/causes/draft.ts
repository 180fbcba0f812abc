import type { BucketRange } from '../../../contract/bucket-coverage.ts';
import type { CauseCode } from '../../../contract/cause.ts';
import type { SubjectKind } from '../../../contract/subject.ts';
import type { Finding } from '../../finding.ts';
import type { JudgedFleet } from '../../judged-fleet.ts';
import type { StepSubject, StepsFor } from '../steps.ts';
import type { Pool } from './pool.ts';

/** A cause before it is told which issues it stands for. */
export type Draft = {
  readonly code: CauseCode;
  readonly kind: SubjectKind;
  readonly ids: readonly string[];
  readonly title: string;
  readonly headline: string;
  readonly facts: readonly string[];
  /** At least one. */
  readonly findings: readonly Finding[];
  /** The buckets that are not watched, or watched twice, because of it. */
  readonly ranges: readonly BucketRange[];
  /** Where the steps are taken. */
  readonly about: StepSubject;
  readonly steps: StepsFor;
};

/** Takes from the pool the findings that have one origin, and tells of it; none when that origin is not there. */
export type Join = (pool: Pool, fleet: JudgedFleet) => Draft[];
