import * as z from 'zod';

const Flag = z.union([z.literal(0), z.literal(1)]);
/** Whole seconds before the state's "now"; negative lies in the future. */
const AgeSec = z.number();

/** One entry of a process's `dependency_health`. */
export const DependencyEntry = z.strictObject({
  name: z.string(),
  status: z.string(),
  checked_at_age: AgeSec,
  latency_ms: z.optional(z.number()),
  last_error: z.optional(z.string()),
});
export type DependencyEntry = z.infer<typeof DependencyEntry>;

/** A row of jetmon_process_health. `dependency_health`: entries, '' for an empty array, `{raw}` for that very text. */
export const ProcessRow = z.strictObject({
  process_id: z.string(),
  host_id: z.string(),
  process_type: z.string(),
  pid: z.number(),
  version: z.string(),
  build_date: z.string(),
  go_version: z.string(),
  state: z.string(),
  health_status: z.string(),
  started_at_age: z.nullable(AgeSec),
  updated_at_age: AgeSec,
  bucket_min: z.nullable(z.number()),
  bucket_max: z.nullable(z.number()),
  bucket_ownership: z.string(),
  api_port: z.nullable(z.number()),
  dashboard_port: z.nullable(z.number()),
  delivery_workers_enabled: Flag,
  delivery_owner_host: z.string(),
  worker_count: z.number(),
  active_checks: z.number(),
  queue_depth: z.number(),
  retry_queue_size: z.number(),
  wpcom_circuit_open: Flag,
  wpcom_queue_depth: z.number(),
  go_sys_mem_mb: z.number(),
  rss_mem_mb: z.optional(z.number()),
  dependency_health: z.nullable(
    z.union([z.array(DependencyEntry), z.literal(''), z.strictObject({ raw: z.string() })]),
  ),
});
export type ProcessRow = z.infer<typeof ProcessRow>;

/** A row of jetmon_hosts. */
export const BucketOwnerRow = z.strictObject({
  host_id: z.string(),
  bucket_min: z.number(),
  bucket_max: z.number(),
  last_heartbeat_age: AgeSec,
  status: z.enum(['active', 'draining']),
});
export type BucketOwnerRow = z.infer<typeof BucketOwnerRow>;

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

/** A row of jetpack_monitor_sites. */
export const SiteRow = z.strictObject({
  blog_id: z.number(),
  bucket_no: z.number(),
  monitor_active: Flag,
  site_status: z.number(),
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

/** The rows of all tables, by table name. */
export const FleetStateRows = z.strictObject({
  jetmon_process_health: z.array(ProcessRow),
  jetmon_hosts: z.array(BucketOwnerRow),
  jetmon_webhook_deliveries: z.array(DeliveryRows),
  jetmon_alert_deliveries: z.array(DeliveryRows),
  jetpack_monitor_sites: z.array(SiteRow),
  jetmon_events: z.array(EventRow),
});
export type FleetStateRows = z.infer<typeof FleetStateRows>;

/** A database state, with the two settings under which it is judged. */
export interface FleetState {
  readonly bucket_total: number;
  readonly heartbeat_grace_sec: number;
  readonly rows: FleetStateRows;
}
