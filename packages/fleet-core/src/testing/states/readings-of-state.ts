import type { DeliveryRows, FleetState, ProcessHealthRow, SiteRow } from 'fleet-lab/state/fleet-state';
import { dependencyHealthText } from 'fleet-lab/state/row-values';
import type { DatabaseSchema } from '../../domain/database-schema.ts';
import type { DeliveryQueue } from '../../domain/delivery-queue.ts';
import type { FleetReadings } from '../../domain/fleet-readings.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import type { DriftCount } from '../../domain/projection.ts';
import type { ReadingTaken } from '../../domain/reading.ts';
import type { BucketActivity, SiteChecks } from '../../domain/site-checks.ts';
import type { VeriflierRows } from '../../domain/verifliers.ts';
import { readDependencyHealth } from '../../sql/dependency-health.ts';
import { makeLaterSchema, makeSchema } from '../make/make-schema.ts';
import { rolloutOfRows } from './rollout-of-rows.ts';

/**
 * What reading a database in this state gives, without a database: the counting that SQL does is done here
 * over the state's rows, one by one.
 */
export function readingsOfState(state: FleetState, nowMs: number, recentWindowSec = 900): FleetReadings {
  const taken = <T>(value: T): ReadingTaken<T> => ({ ok: true, value, read_at_ms: nowMs, duration_ms: 1 });
  const { rows } = state;
  return {
    now_ms: nowMs,
    schema: schemaOf(state, nowMs),
    process_health: taken(rows.jetmon_process_health.map((row) => toProcess(row, nowMs))),
    bucket_owners: taken(
      rows.jetmon_hosts.map(({ last_heartbeat_age, ...owner }) => ({
        ...owner,
        last_heartbeat_ms: nowMs - last_heartbeat_age * 1000,
      })),
    ),
    webhook_deliveries: taken(countDeliveries(rows.jetmon_webhook_deliveries, nowMs, recentWindowSec)),
    alert_deliveries: taken(countDeliveries(rows.jetmon_alert_deliveries, nowMs, recentWindowSec)),
    projection_drift: taken(countDrift(state)),
    site_activity: taken(checksOf(state, nowMs)),
    ...(state.is_later ? rolloutOfRows(rows, nowMs) : {}),
    ...(state.is_later ? { verifliers: taken(veriflierRows(rows, nowMs)) } : {}),
  };
}

function schemaOf({ is_later, rows }: FleetState, nowMs: number): DatabaseSchema {
  const schema = is_later ? makeLaterSchema() : makeSchema();
  const others = rows.other_process_health;
  if (others === undefined) return schema;
  const youngestSec = Math.min(...others.map(({ updated_at_age }) => updated_at_age));
  const other_tables = {
    table_prefix: is_later ? 'jetmon' : 'jetpack_monitor',
    newest_heartbeat_ms: others.length === 0 ? null : nowMs - youngestSec * 1000,
  } as const;
  return { ...schema, other_tables };
}

function toProcess(row: ProcessHealthRow, nowMs: number): ProcessHealth {
  const { started_at_age, updated_at_age, dependency_health, ...columns } = row;
  const { entries, readable } = readDependencyHealth(dependencyHealthText(dependency_health, nowMs));
  return {
    reported: {
      ...columns,
      rss_mem_mb: columns.rss_mem_mb ?? null,
      delivery_workers_enabled: columns.delivery_workers_enabled === 1,
      wpcom_circuit_open: columns.wpcom_circuit_open === 1,
    },
    started_at_ms: started_at_age === null ? null : nowMs - started_at_age * 1000,
    updated_at_ms: nowMs - updated_at_age * 1000,
    created_at_ms: nowMs,
    dependency_health: entries,
    dependency_health_readable: readable,
  };
}

function veriflierRows(rows: FleetState['rows'], nowMs: number): VeriflierRows {
  const { jetpack_monitor_veriflier_vantages = [], jetpack_monitor_veriflier_agents = [] } = rows;
  return {
    vantages: jetpack_monitor_veriflier_vantages.map(({ auth_token, enabled, updated_age: _, ...row }) => ({
      ...row,
      auth_token_present: auth_token.trim() !== '',
      enabled: enabled === 1,
    })),
    agents: jetpack_monitor_veriflier_agents.map(({ last_seen_age, protocols, ...row }) => ({
      ...row,
      protocols: protocols ?? [],
      last_seen_ms: nowMs - last_seen_age * 1000,
    })),
  };
}

function countDeliveries(rows: readonly DeliveryRows[], nowMs: number, windowSec: number): DeliveryQueue {
  const count = (matches: (row: DeliveryRows) => boolean) =>
    rows.filter(matches).reduce((sum, row) => sum + row.count, 0);
  const oldest = (agesSec: number[]) => (agesSec.length === 0 ? null : nowMs - Math.max(...agesSec) * 1000);
  const pending = rows.filter((row) => row.status === 'pending' && row.count > 0);
  const isDue = (row: DeliveryRows) => row.next_attempt_in === null || row.next_attempt_in <= 0;
  const due = pending.filter(isDue);
  const ended = (status: string) => (row: DeliveryRows) =>
    row.status === status && (row.last_attempt_age ?? row.created_age) <= windowSec;
  return {
    due_now: count((row) => row.status === 'pending' && isDue(row)),
    future_retry: count((row) => row.status === 'pending' && !isDue(row)),
    delivered_since: count(
      (row) => row.status === 'delivered' && row.delivered_age !== null && row.delivered_age <= windowSec,
    ),
    abandoned_since: count(ended('abandoned')),
    failed_since: count(ended('failed')),
    oldest_pending_ms: oldest(pending.map((row) => row.created_age)),
    latest_next_attempt_ms: latestAttempt(pending, nowMs),
    oldest_due_ms: oldest(
      due.map((row) => (row.next_attempt_in === null ? row.created_age : -row.next_attempt_in)),
    ),
  };
}

function latestAttempt(pending: readonly DeliveryRows[], nowMs: number): number | null {
  const planned = pending.flatMap((row) => row.next_attempt_in ?? []);
  return planned.length === 0 ? null : nowMs + Math.max(...planned) * 1000;
}

/** Minutes, where a state leaves out what the column then has by default. */
const DEFAULT_CHECK_INTERVAL = 5;

/** The interval is told of every bucket: the rules ask for it in late ones alone. */
function checksOf({ rows, bucket_total }: FleetState, nowMs: number): SiteChecks {
  const active = rows.jetpack_monitor_sites.filter((site) => site.monitor_active === 1);
  const inside = active.filter((site) => site.bucket_no < bucket_total);
  return {
    buckets: [...new Set(inside.map((site) => site.bucket_no))].map((bucket_no) =>
      checksOfBucket(
        bucket_no,
        inside.filter((site) => site.bucket_no === bucket_no),
        nowMs,
      ),
    ),
    sites_outside: active.length - inside.length,
  };
}

function checksOfBucket(bucket_no: number, sites: readonly SiteRow[], nowMs: number): BucketActivity {
  const ages = sites.flatMap((site) => site.last_checked_age ?? []);
  return {
    bucket_no,
    newest_check_ms: ages.length === 0 ? null : nowMs - Math.min(...ages) * 1000,
    shortest_interval_min: Math.min(...sites.map((site) => site.check_interval ?? DEFAULT_CHECK_INTERVAL)),
  };
}

const EXPECTED_STATUS: Record<string, number> = { Down: 2, 'Seems Down': 0 };

/** By pairs: the sites of a state have no ids that an event could name. */
function countDrift({ rows, bucket_total }: FleetState): DriftCount {
  const open = rows.jetmon_events.filter((event) => event.ended_age === null && event.check_type === 'http');
  const drifting = rows.jetpack_monitor_sites
    .filter((site) => site.monitor_active === 1 && site.bucket_no >= 0 && site.bucket_no < bucket_total)
    .flatMap((site) => {
      const states = open.filter((event) => event.blog_id === site.blog_id).map((event) => event.state);
      const expected = states.length === 0 ? [1] : states.map((state) => EXPECTED_STATUS[state] ?? 1);
      return expected.filter((status) => status !== site.site_status);
    });
  return { rule: 'pairs', count: drifting.length };
}
