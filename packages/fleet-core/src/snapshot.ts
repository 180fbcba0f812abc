import {
  type FleetSnapshot,
  SCHEMA_VERSION,
  type ServedBy,
  type Settings,
  type Source,
  type SourceName,
} from './contract/fleet-snapshot.ts';
import type { Closed } from './contract/scalars.ts';
import type { FleetMemory } from './domain/fleet-memory.ts';
import type { FleetReadings } from './domain/fleet-readings.ts';
import { toInstant } from './domain/instant.ts';
import type { OperatorSql } from './domain/operator-sql.ts';
import type { PlanInForce } from './domain/plan-in-force.ts';
import type { Reading } from './domain/reading.ts';
import type { Thresholds } from './domain/thresholds.ts';
import { judgeSiteActivity } from './rules/activity/site-activity.ts';
import { judgeDelivery, judgeQueue, sumTables } from './rules/delivery/delivery.ts';
import { judgeDeliveryPosture } from './rules/delivery/delivery-posture.ts';
import { judgeDependencies } from './rules/dependencies/dependencies.ts';
import { judgeProjectionDrift } from './rules/drift/projection-drift.ts';
import type { JudgedFleet } from './rules/judged-fleet.ts';
import { judgeHosts } from './rules/judged-host.ts';
import { rememberOnly } from './rules/memory/remember.ts';
import { claimsInForce, judgeBucketCoverage } from './rules/ownership/bucket-coverage.ts';
import { soleClaims } from './rules/ownership/sole-claims.ts';
import { applyMutes, judgeMutes } from './rules/plan/mutes.ts';
import { retiredBy } from './rules/plan/retired.ts';
import { countByType, countVersions, inService, judgeProcesses } from './rules/processes/processes.ts';
import { vanishedProcesses } from './rules/processes/vanished.ts';
import { judgeRollout } from './rules/rollout/rollout.ts';
import { tellCauses } from './rules/verdict/causes/causes.ts';
import { answerChecklist } from './rules/verdict/checklist.ts';
import { decide } from './rules/verdict/decision.ts';
import { findAll } from './rules/verdict/findings.ts';
import { spreadSince } from './rules/verdict/spread-since.ts';
import { summarize } from './rules/verdict/summary.ts';

/** What a snapshot says beside the readings. */
export type SnapshotContext = {
  readonly thresholds: Thresholds;
  /** What the page is told beside the thresholds. */
  readonly display: Omit<Closed<Settings>, Exclude<keyof Thresholds, 'bucket_total'>>;
  readonly served_by: ServedBy;
  /** The statements that steps offer to copy. */
  readonly operator_sql: OperatorSql;
  /** The team's page on a code, with `{code}` to fill in. */
  readonly runbook_url: string | null;
  readonly plan: PlanInForce;
};

/**
 * Readings in, one verdict out: the one place where the rules meet. The order of the rows does not matter. `memory` is
 * what was known after this look, `rememberOnly(readings)` when it is the first.
 */
export function buildSnapshot(
  readings: FleetReadings,
  context: SnapshotContext,
  memory: FleetMemory = rememberOnly(readings),
): Closed<FleetSnapshot> {
  const { thresholds, display, served_by, operator_sql, runbook_url } = context;
  const { bucket_total: _, ...limits } = thresholds;
  const fleet = judgeFleet(readings, context, memory);
  const sources = listSources(readings);
  const found = findAll(fleet);
  const { plan } = context.plan;
  const muted = plan === null ? [] : judgeMutes(plan, found, memory, readings.now_ms);
  const findings = applyMutes(found, muted);
  const causes = tellCauses(findings, fleet, operator_sql, runbook_url);
  const checklist = answerChecklist(fleet, findings, causes);
  const processes = fleet.processes.map(({ process }) => process);
  return spreadSince({
    schema_version: SCHEMA_VERSION,
    generated_at: toInstant(readings.now_ms),
    decision: decide({ causes, checklist, findings, stage: fleet.stage }),
    causes,
    checklist,
    summary: summarize(fleet, findings),
    processes,
    process_counts: countByType(processes),
    bucket_coverage: fleet.bucket_coverage,
    delivery: fleet.delivery,
    projection_drift: fleet.projection_drift,
    site_activity: fleet.activity.section,
    dependencies: [...fleet.dependencies],
    versions: countVersions(processes),
    plan: plan === null ? null : { ...plan, muted },
    rollout: judgeRollout(fleet),
    sources,
    served_by,
    settings: { ...limits, ...display },
  });
}

function judgeFleet(
  readings: FleetReadings,
  { thresholds, display, plan }: SnapshotContext,
  memory: FleetMemory,
): JudgedFleet {
  const { now_ms: nowMs, process_health, bucket_owners } = readings;
  const isRetired = retiredBy(plan.plan);
  const processes = judgeProcesses(process_health.value, nowMs, thresholds.heartbeat_grace_sec, isRetired);
  const queues = [
    judgeQueue('webhook', readings.webhook_deliveries, nowMs),
    judgeQueue('alert', readings.alert_deliveries, nowMs),
  ];
  const tables = queues.map(({ table }) => table);
  const posture = judgeDeliveryPosture(processes, sumTables(tables).pending);
  const bucket_coverage = judgeBucketCoverage(bucket_owners, processes, nowMs, thresholds);
  const { mode, hosts, pinned } = bucket_coverage;
  const claims = claimsInForce(mode, hosts, pinned);
  const unreadable_processes = process_health.unreadable ?? [];
  const vanished = vanishedProcesses(memory, processes, unreadable_processes, isRetired);
  return {
    nowMs,
    readings,
    thresholds,
    plan,
    stage: plan.plan?.stage ?? display.expected_ownership,
    memory,
    processes,
    vanished,
    hosts: judgeHosts(processes, vanished, hosts),
    bucket_coverage,
    soleClaims: soleClaims(claims),
    delivery: judgeDelivery(tables, posture, nowMs - thresholds.recent_window_sec * 1000),
    queues,
    projection_drift: judgeProjectionDrift(readings.projection_drift, thresholds.bucket_total, nowMs),
    activity: judgeSiteActivity(readings.site_activity, claims, processes, thresholds),
    dependencies: judgeDependencies(inService(processes)),
    unreadable_processes,
    unreadable_owners: (bucket_owners.ok && bucket_owners.unreadable) || [],
  };
}

function listSources(readings: FleetReadings): Closed<Source>[] {
  return [
    toSource('process_health', readings.process_health),
    toSource('bucket_owners', readings.bucket_owners),
    toSource('webhook_deliveries', readings.webhook_deliveries),
    toSource('alert_deliveries', readings.alert_deliveries),
    toSource('projection_drift', readings.projection_drift),
    toSource('site_activity', readings.site_activity),
  ];
}

function toSource(name: SourceName, reading: Reading<unknown>): Closed<Source> {
  return {
    name,
    ok: reading.ok,
    read_at: reading.ok ? toInstant(reading.read_at_ms) : null,
    duration_ms: Math.round(reading.duration_ms),
  };
}
