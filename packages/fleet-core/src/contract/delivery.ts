import * as z from 'zod/mini';
import { LEVELS } from './level.ts';
import { Count, CountOrNull, Instant, openEnum } from './scalars.ts';

/** The two outbound queues, in the order in which they are shown. */
export const DELIVERY_KINDS = ['webhook', 'alert'] as const;
export type DeliveryKind = (typeof DELIVERY_KINDS)[number];

export const DELIVERY_POSTURE_CODES = [
  'queued_without_worker',
  'no_workers',
  'mixed_ownership',
  'owner_unset',
  'multiple_owners',
  'single_owner',
] as const;
export type DeliveryPostureCode = (typeof DELIVERY_POSTURE_CODES)[number];

const numbers = {
  pending: CountOrNull,
  due_now: CountOrNull,
  future_retry: CountOrNull,
  delivered_since: CountOrNull,
  abandoned_since: CountOrNull,
  failed_since: CountOrNull,
  oldest_pending_age_sec: CountOrNull,
  oldest_due_age_sec: CountOrNull,
};

/** What becomes of what is due: `collecting` is for as long as it was not watched for a minute. */
export const DUE_TRENDS = ['not_read', 'empty', 'collecting', 'steady', 'draining', 'growing'] as const;

/** How what is due in a queue changes, by what the answering API has seen in the last five minutes. */
export const DueTrend = z.object({
  code: openEnum(DUE_TRENDS),
  /** By how many it changes in a minute, rounded; negative while it drains, null where no rate is known. */
  due_per_min: z.nullable(z.int()),
  /** When nothing is due any more at this rate; null unless it drains. */
  empty_in_sec: CountOrNull,
  /** The same in a few words; null where it was not read. */
  text: z.nullable(z.string()),
});
export type DueTrend = z.infer<typeof DueTrend>;

/** One outbound queue. All numbers are null, with `error`, when it could not be read. */
export const DeliveryTable = z.object({
  kind: openEnum(DELIVERY_KINDS),
  error: z.optional(z.string()),
  ...numbers,
  /** Absent where nobody has watched: only an API that serves tells it. */
  trend: z.optional(DueTrend),
});
export type DeliveryTable = z.infer<typeof DeliveryTable>;

/** Whether exactly one owner takes the queued deliveries. */
export const DeliveryPosture = z.object({
  status: openEnum(LEVELS),
  code: openEnum(DELIVERY_POSTURE_CODES),
  enabled_process_count: Count,
  enabled_hosts: z.array(z.string()),
  owner_hosts: z.array(z.string()),
  message: z.string(),
});
export type DeliveryPosture = z.infer<typeof DeliveryPosture>;

/**
 * The outbound queues summed: counts add up over the tables that were read, ages are the greatest,
 * and all are null when none was read. `*_since` counts begin at `since`.
 */
export const Delivery = z.object({
  status: openEnum(LEVELS),
  error: z.optional(z.string()),
  since: Instant,
  ...numbers,
  tables: z.array(DeliveryTable),
  posture: DeliveryPosture,
});
export type Delivery = z.infer<typeof Delivery>;
