import { BucketOwner } from 'fleet-core/contract/bucket-coverage';
import type { ExpectedOwnership } from 'fleet-core/contract/fleet-snapshot';
import { DependencyEntry, Process } from 'fleet-core/contract/process';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import * as z from 'zod/mini';
import { LaterRows } from './later-rows.ts';

const Flag = z.union([z.literal(0), z.literal(1)]);
/** Whole seconds before the state's "now"; negative lies in the future. */
const AgeSec = z.number();

/** One entry of a process's `dependency_health`, which says its age instead of its time. */
export const AgedDependencyEntry = z.strictObject({
  ...z.omit(DependencyEntry, { checked_at: true }).shape,
  checked_at_age: AgeSec,
  /** What later processes tell of it beside. */
  details: z.optional(z.record(z.string(), z.json())),
});
export type AgedDependencyEntry = z.infer<typeof AgedDependencyEntry>;

const ProcessColumns = z.omit(Process, {
  started_at: true,
  updated_at: true,
  created_at: true,
  last_heartbeat_age_sec: true,
  stale: true,
  retired: true,
});

/** A row of jetmon_process_health. `dependency_health`: entries, '' for an empty array, `{raw}` for that very text. */
export const ProcessHealthRow = z.strictObject({
  ...ProcessColumns.shape,
  started_at_age: z.nullable(AgeSec),
  updated_at_age: AgeSec,
  delivery_workers_enabled: Flag,
  wpcom_circuit_open: Flag,
  rss_mem_mb: z.optional(z.number()),
  dependency_health: z.nullable(
    z.union([z.array(AgedDependencyEntry), z.literal(''), z.strictObject({ raw: z.string() })]),
  ),
});
export type ProcessHealthRow = z.infer<typeof ProcessHealthRow>;

/** A row of jetmon_hosts. */
export const HostRow = z.strictObject({
  ...z.omit(BucketOwner, { last_heartbeat: true, last_heartbeat_age_sec: true, stale: true }).shape,
  last_heartbeat_age: AgeSec,
  status: z.enum(['active', 'draining']),
});
export type HostRow = z.infer<typeof HostRow>;

/** `count` alike rows of a delivery queue. `next_attempt_in` seconds lie ahead; negative means it is due. */
export const DeliveryRows = z.strictObject({
  status: z.enum(['pending', 'delivered', 'failed', 'abandoned']),
  count: z.number(),
  created_age: AgeSec,
  next_attempt_in: z.nullable(z.number()),
  last_attempt_age: z.nullable(AgeSec),
  delivered_age: z.nullable(AgeSec),
});
export type DeliveryRows = z.infer<typeof DeliveryRows>;

/**
 * A row of jetpack_monitor_sites; never checked where `last_checked_age` is null or left out. Where site_runtime keeps that,
 * a site has a row there unless it is left out.
 */
export const SiteRow = z.strictObject({
  /** Counted from 1 where it is left out. */
  jetpack_monitor_site_id: z.optional(z.number()),
  blog_id: z.number(),
  bucket_no: z.number(),
  monitor_active: Flag,
  site_status: z.number(),
  last_checked_age: z.optional(z.nullable(AgeSec)),
  /** Minutes from one check to the next; the column's default where it is left out. */
  check_interval: z.optional(z.number()),
});
export type SiteRow = z.infer<typeof SiteRow>;

/** A row of jetmon_events; open while `ended_age` is null. */
export const EventRow = z.strictObject({
  blog_id: z.number(),
  check_type: z.string(),
  state: z.string(),
  started_age: AgeSec,
  ended_age: z.nullable(AgeSec),
  endpoint_id: z.nullable(z.number()),
  discriminator: z.optional(z.string()),
});
export type EventRow = z.infer<typeof EventRow>;

/** The rows of all tables, by table name: the first one that the table had. */
export const FleetStateRows = z.strictObject({
  jetmon_process_health: z.array(ProcessHealthRow),
  jetmon_hosts: z.array(HostRow),
  jetmon_webhook_deliveries: z.array(DeliveryRows),
  jetmon_alert_deliveries: z.array(DeliveryRows),
  jetpack_monitor_sites: z.array(SiteRow),
  jetmon_events: z.array(EventRow),
  ...LaterRows.shape,
  /** Process health under the other prefix, where tables of both names are there as while they are renamed. */
  other_process_health: z.optional(z.array(ProcessHealthRow)),
});
export type FleetStateRows = z.infer<typeof FleetStateRows>;

/** A database state, with the settings under which it is judged. */
export type FleetState = Pick<Thresholds, 'bucket_total' | 'heartbeat_grace_sec'> & {
  readonly rows: FleetStateRows;
  /** Set where it is a state of a later database, whose tables have other names and of which there are more. */
  readonly is_later?: true;
  /** The ownership that is planned at this stage of the rollout; none where it is left out. */
  readonly expected_ownership?: ExpectedOwnership;
  /** The text of the plan file, as somebody may have written it; none where it is left out. */
  readonly plan_file?: string;
};
