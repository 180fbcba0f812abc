import type { OwnedRange, SampledCondition } from '../contract/answers/samples.ts';
import type { DecisionCode } from '../contract/decision.ts';
import type { Level } from '../contract/level.ts';
import type { VersionCount } from '../contract/process.ts';

/** One outbound queue in one minute; null where it could not be read. */
export type QueueSample = {
  readonly due_now: number | null;
  readonly oldest_due_age_sec: number | null;
  readonly delivered_since: number | null;
  readonly failed_since: number | null;
  readonly abandoned_since: number | null;
};

/** What the fleet was in one minute: the contract's columns, as one row. */
export type Sample = {
  /** Whole minutes since 1970 on the database's clock. */
  readonly minute: number;
  readonly level: Level;
  readonly decision: DecisionCode;
  readonly webhook: QueueSample;
  readonly alert: QueueSample;
  readonly processes: Readonly<Record<SampledCondition, number>>;
  readonly covered_buckets: number | null;
  readonly bucket_total: number;
};

/** What stands from a minute on, until the next change. */
export type Change<T> = { readonly minute: number; readonly value: T };

/** The minutes in which the fleet was read, and what changes seldom. A value; all its lists are oldest first, each minute once. */
export type SampledFleet = {
  readonly samples: readonly Sample[];
  readonly owner_ranges: readonly Change<readonly OwnedRange[]>[];
  readonly versions: readonly Change<readonly VersionCount[]>[];
  readonly recent_window_sec: readonly Change<number>[];
};

export const NOTHING_SAMPLED: SampledFleet = {
  samples: [],
  owner_ranges: [],
  versions: [],
  recent_window_sec: [],
};
