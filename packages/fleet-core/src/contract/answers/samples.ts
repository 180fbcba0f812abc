import * as z from 'zod/mini';
import { DECISION_CODES } from '../decision.ts';
import { LEVELS } from '../level.ts';
import { VersionCount } from '../process.ts';
import { Count, CountOrNull, Instant, openEnum } from '../scalars.ts';

/** What was read of one outbound queue, one entry for each sample; null where it could not be read. */
export const QueueSamples = z.object({
  due_now: z.array(CountOrNull),
  /** 0 where nothing was due. */
  oldest_due_age_sec: z.array(CountOrNull),
  /**
   * Deliveries that ended within `recent_window_sec` before the sample, not within its minute: the snapshot's own numbers.
   * Windows overlap, so these are not to be added up.
   */
  delivered_since: z.array(CountOrNull),
  failed_since: z.array(CountOrNull),
  abandoned_since: z.array(CountOrNull),
});
export type QueueSamples = z.infer<typeof QueueSamples>;

/** What a process counts as in a sample; each counts once, as the first of these that it is. */
export const SAMPLED_CONDITIONS = ['vanished', 'stale', 'stopped', 'red', 'amber', 'green'] as const;
export type SampledCondition = (typeof SAMPLED_CONDITIONS)[number];

/** How many processes were in each condition, one entry for each sample. A health that is on no list counts as amber; retired ones count nowhere. */
export const ProcessSamples = z.object({
  vanished: z.array(Count),
  stale: z.array(Count),
  stopped: z.array(Count),
  red: z.array(Count),
  amber: z.array(Count),
  green: z.array(Count),
});
export type ProcessSamples = z.infer<typeof ProcessSamples>;

/** Buckets that one host owned, by its owner row or pinned to it. */
export const OwnedRange = z.object({
  host_id: z.string(),
  bucket_min: z.int(),
  bucket_max: z.int(),
  pinned: z.boolean(),
  /** Whether it is held by a lock of Jetmon's API; absent where it is not. */
  locked: z.optional(z.boolean()),
});
export type OwnedRange = z.infer<typeof OwnedRange>;

/**
 * What stood from a minute on until the next entry, as long as it was watched: `minute` counts as in the samples, and is
 * negative where it began before the range.
 */
const changes = <Schema extends z.core.$ZodType>(value: Schema) =>
  z.array(z.object({ minute: z.int(), value }));

/**
 * What the fleet was, one sample for each minute of the database's clock in which it could be read: as columns, entry `i` of
 * each for sample `i`, oldest first. A minute without a sample is one in which nothing was read.
 */
export const Samples = z.object({
  /** Minute 0: the range's first. */
  begins_at: Instant,
  /** Whole minutes since `begins_at`, each once, rising. */
  minute: z.array(Count),
  /** The worst of all issues that was seen in the minute. */
  level: z.array(openEnum(LEVELS)),
  /** Of the same look as all other columns: the minute's worst, the last one among equals. */
  decision: z.array(openEnum(DECISION_CODES)),
  webhook: QueueSamples,
  alert: QueueSamples,
  processes: ProcessSamples,
  /** Null where ownership could not be read. */
  covered_buckets: z.array(CountOrNull),
  bucket_total: z.array(z.int()),
  /**
   * Who owned what, by host; only where it changed, and nothing where it could not be read. The first entry may be from before
   * the range.
   */
  owner_ranges: changes(z.array(OwnedRange)),
  /** Which versions ran; only where it changed. */
  versions: changes(z.array(VersionCount)),
  /** How long the window of the queues' counts was; only where it changed. */
  recent_window_sec: changes(Count),
});
export type Samples = z.infer<typeof Samples>;
