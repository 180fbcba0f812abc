import * as z from 'zod/mini';
import { BucketCoverage } from './bucket-coverage.ts';
import { Cause } from './cause.ts';
import { ChecklistRow } from './checklist.ts';
import { DatabaseSchema } from './database-schema.ts';
import { Decision } from './decision.ts';
import { Delivery } from './delivery.ts';
import { Dependency } from './dependency.ts';
import { Plan } from './plan.ts';
import { Process, VersionCount } from './process.ts';
import { ProjectionDrift } from './projection-drift.ts';
import { Rollout } from './rollout.ts';
import { Count, CountsByWord, Instant, openEnum } from './scalars.ts';
import { SiteActivity } from './site-activity.ts';
import { Summary } from './summary.ts';
import { Verifliers } from './verifliers.ts';

/** Raised when a field goes away or changes its meaning; additions keep it. */
export const SCHEMA_VERSION = 1;

export const SOURCE_NAMES = [
  'process_health',
  'bucket_owners',
  'webhook_deliveries',
  'alert_deliveries',
  'projection_drift',
  'site_activity',
  'verifliers',
  'rollout_locks',
  'rollout_sessions',
  'rollout_jobs',
] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];

/** One read behind the snapshot: whether it succeeded, when, and how long it took. */
export const Source = z.object({
  name: openEnum(SOURCE_NAMES),
  ok: z.boolean(),
  read_at: z.nullable(Instant),
  duration_ms: Count,
});
export type Source = z.infer<typeof Source>;

/** The API process that answered; another `build_id` means that the page should be loaded anew. */
export const ServedBy = z.object({ host: z.string(), version: z.string(), build_id: z.string() });
export type ServedBy = z.infer<typeof ServedBy>;

export const EXPECTED_OWNERSHIPS = ['pinned', 'dynamic', 'api_controlled'] as const;
export type ExpectedOwnership = (typeof EXPECTED_OWNERSHIPS)[number];

/** The limits that the rules judge by. One that came later has its default, which an older API went by. */
const Limits = z.object({
  /** A heartbeat older than this is stale. */
  heartbeat_grace_sec: Count,
  /** How far back delivered, failed and abandoned deliveries count. */
  recent_window_sec: Count,
  /** A heartbeat older than this, and not yet stale, is late; one that stands still for this long is frozen. */
  heartbeat_late_sec: Count,
  /** Sites of an owned bucket that nobody checked for longer than this are unchecked. */
  activity_grace_sec: Count,
  /** A delivery that has been pending for longer than this is overdue. */
  delivery_overdue_sec: Count,
  /** A retry that is planned further ahead than this is overdue. */
  delivery_retry_limit_sec: Count,
  /** An open rollout session without a job for longer than this has stalled. */
  session_idle_sec: z._default(Count, 3600),
});
export type Limits = z.infer<typeof Limits>;

/** What the answering API was configured with, as far as a reader needs it to explain the verdicts. */
export const Settings = z.object({
  ...Limits.shape,
  /** Address of a process's own dashboard, with `{host}` and `{port}` to fill in. */
  host_dashboard_url: z.string(),
  /** Where the header's link to the host dashboards leads, if anywhere. */
  host_dashboard_home: z.nullable(z.string()),
  /** Which fleet this is, such as `production`; null when it was not said. */
  environment: z.nullable(z.string()),
  /** Which ownership is planned at this stage of the rollout. It changes words on the page, no verdict. */
  expected_ownership: z.nullable(openEnum(EXPECTED_OWNERSHIPS)),
  /** Others than the dashboard's own machine can reach it, and nobody is asked who they are. */
  insecure_no_auth: z.boolean(),
  /** Within which time the API answers every request; a client that waits for less may give up on an answer that comes. */
  request_timeout_ms: z._default(Count, 3000),
  /** What the database was found to be; null only where an older API answers. */
  schema: z._default(z.nullable(DatabaseSchema), null),
});
export type Settings = z.infer<typeof Settings>;

/** All that `/api/fleet` says about the fleet at one instant of the database's clock. */
export const FleetSnapshot = z.object({
  schema_version: z.int(),
  /** When the rows were read, by the database's clock. */
  generated_at: Instant,
  decision: Decision,
  /** The most urgent first. */
  causes: z.array(Cause),
  checklist: z.array(ChecklistRow),
  summary: Summary,
  /** The most urgent first, retired ones last. */
  processes: z.array(Process),
  /** By type, retired ones too. */
  process_counts: CountsByWord,
  bucket_coverage: BucketCoverage,
  delivery: Delivery,
  projection_drift: ProjectionDrift,
  site_activity: SiteActivity,
  /** The worst first. */
  dependencies: z.array(Dependency),
  /** Null where the database has no tables of verifliers, or an older API answers. */
  verifliers: z._default(z.nullable(Verifliers), null),
  versions: z.array(VersionCount),
  /** What is planned, where a plan is configured and could be read. */
  plan: z._default(z.nullable(Plan), null),
  /** How far the rollout has come; null only where an older API answers. */
  rollout: z._default(z.nullable(Rollout), null),
  sources: z.array(Source),
  served_by: ServedBy,
  settings: Settings,
});
export type FleetSnapshot = z.infer<typeof FleetSnapshot>;
