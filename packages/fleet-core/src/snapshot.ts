import {
  type FleetSnapshot,
  SCHEMA_VERSION,
  type ServedBy,
  type Settings,
  type Source,
  type SourceName,
} from './contract/fleet-snapshot.ts';
import type { Closed } from './contract/scalars.ts';
import { hostsTable } from './domain/database-schema.ts';
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
import { heldLocks } from './rules/locks/held-locks.ts';
import { sessionsUnderWay } from './rules/locks/sessions-under-way.ts';
import { rememberOnly } from './rules/memory/remember.ts';
import { claimsInForce, judgeBucketCoverage } from './rules/ownership/bucket-coverage.ts';
import { soleClaimsOf } from './rules/ownership/sole-claims.ts';
import { applyMutes, judgeMutes } from './rules/plan/mutes.ts';
import { retiredBy } from './rules/plan/retired.ts';
import { countByType, countVersions, inService, judgeProcesses } from './rules/processes/processes.ts';
import { vanishedProcesses } from './rules/processes/vanished.ts';
import { judgeRollout } from './rules/rollout/rollout.ts';
import { schemaSection } from './rules/schema/schema-section.ts';
import { withVisibleSentences } from './rules/text/visible-sentences.ts';
import { tellCauses } from './rules/verdict/causes/causes.ts';
import { answerChecklist } from './rules/verdict/checklist.ts';
import { decide } from './rules/verdict/decision.ts';
import { findAll } from './rules/verdict/findings.ts';
import { spreadSince } from './rules/verdict/spread-since.ts';
import { summarize } from './rules/verdict/summary.ts';
import { judgeVerifliers } from './rules/verifliers/verifliers.ts';

/** What a snapshot says beside the readings. */
export type SnapshotContext = {
  readonly thresholds: Thresholds;
  /** What the page is told beside the thresholds. */
  readonly display: Omit<Closed<Settings>, keyof Thresholds | 'schema'>;
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
  const steps = snapshotSteps(readings, context, memory);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/**
 * As `buildSnapshot`, in steps of which each takes a few milliseconds in a fleet of a thousand processes: other work may
 * go first between any two.
 */
export function* snapshotSteps(
  readings: FleetReadings,
  context: SnapshotContext,
  memory: FleetMemory,
): Steps<Closed<FleetSnapshot>> {
  const { thresholds, display, served_by, operator_sql, runbook_url } = context;
  const { bucket_total: _, ...limits } = thresholds;
  const fleet = yield* judgeFleet(readings, context, memory);
  yield;
  const sources = listSources(readings);
  const found = findAll(fleet);
  const { plan } = context.plan;
  const muted = plan === null ? [] : judgeMutes(plan, found, memory, readings.now_ms);
  const findings = applyMutes(found, muted);
  yield;
  const causes = tellCauses(findings, fleet, operator_sql, runbook_url);
  const checklist = answerChecklist(fleet, findings, causes);
  const processes = fleet.processes.map(({ process }) => process);
  yield;
  const rollout = judgeRollout(fleet);
  yield;
  const snapshot = spreadSince({
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
    verifliers: fleet.verifliers,
    versions: countVersions(processes),
    plan: plan === null ? null : { ...plan, muted },
    rollout,
    sources,
    served_by,
    settings: { ...limits, ...display, schema: schemaSection(readings.schema) },
  });
  return withVisibleSentences(snapshot);
}

type Steps<T> = Generator<void, T, void>;

function* judgeFleet(
  readings: FleetReadings,
  { thresholds, display, plan }: SnapshotContext,
  memory: FleetMemory,
): Steps<JudgedFleet> {
  const { now_ms: nowMs, process_health, bucket_owners } = readings;
  const ownersTable = hostsTable(readings.schema.table_prefix);
  const isRetired = retiredBy(plan.plan);
  const processes = judgeProcesses(process_health.value, nowMs, thresholds.heartbeat_grace_sec, isRetired);
  const in_service = inService(processes);
  yield;
  const queues = [
    judgeQueue('webhook', readings.webhook_deliveries, nowMs),
    judgeQueue('alert', readings.alert_deliveries, nowMs),
  ];
  const tables = queues.map(({ table }) => table);
  const posture = judgeDeliveryPosture(processes, sumTables(tables).pending);
  const locks = heldLocks(readings);
  const sessions = sessionsUnderWay(readings, locks, thresholds.bucket_total);
  const grounds = { readings, locks, sessions, plan: plan.plan, nowMs, thresholds, ownersTable };
  const bucket_coverage = judgeBucketCoverage(grounds, processes);
  const claims = claimsInForce(bucket_coverage);
  const unreadable_processes = process_health.unreadable ?? [];
  yield;
  const vanished = vanishedProcesses(memory, processes, unreadable_processes, isRetired);
  const judgedHosts = judgeHosts(processes, vanished, bucket_coverage.hosts, locks);
  yield;
  const activity = judgeSiteActivity(readings.site_activity, claims, processes, thresholds);
  yield;
  return {
    nowMs,
    readings,
    thresholds,
    plan,
    stage: plan.plan?.stage ?? display.expected_ownership,
    memory,
    processes,
    in_service,
    vanished,
    hosts: judgedHosts,
    bucket_coverage,
    locks,
    sessions,
    soleClaimsOf: soleClaimsOf(claims),
    delivery: judgeDelivery(tables, posture, nowMs - thresholds.recent_window_sec * 1000),
    queues,
    projection_drift: judgeProjectionDrift(readings.projection_drift, thresholds.bucket_total, nowMs),
    activity,
    dependencies: judgeDependencies(in_service),
    verifliers: judgeVerifliers(readings.verifliers, in_service, nowMs, thresholds.heartbeat_grace_sec),
    unreadable_processes,
    unreadable_owners: [bucket_owners, readings.rollout_locks].flatMap(
      (reading) => (reading?.ok && reading.unreadable) || [],
    ),
  };
}

/** Of tables that not every database has: where there is none, there is nothing to tell. */
const OPTIONAL_SOURCES = ['verifliers', 'rollout_locks', 'rollout_sessions', 'rollout_jobs'] as const;

function listSources(readings: FleetReadings): Closed<Source>[] {
  return [
    toSource('process_health', readings.process_health),
    toSource('bucket_owners', readings.bucket_owners),
    toSource('webhook_deliveries', readings.webhook_deliveries),
    toSource('alert_deliveries', readings.alert_deliveries),
    toSource('projection_drift', readings.projection_drift),
    toSource('site_activity', readings.site_activity),
    ...OPTIONAL_SOURCES.flatMap((name) => {
      const reading = readings[name];
      return reading === undefined ? [] : [toSource(name, reading)];
    }),
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
