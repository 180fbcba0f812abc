import {
  type FleetSnapshot,
  SCHEMA_VERSION,
  type ServedBy,
  type Settings,
  type Source,
  type SourceName,
} from './contract/fleet-snapshot.ts';
import type { Closed } from './contract/scalars.ts';
import type { FleetReadings } from './domain/fleet-readings.ts';
import { toInstant } from './domain/instant.ts';
import type { Reading } from './domain/reading.ts';
import type { Thresholds } from './domain/thresholds.ts';
import { judgeDelivery, judgeDeliveryTable, sumTables } from './rules/delivery/delivery.ts';
import { judgeDeliveryPosture } from './rules/delivery/delivery-posture.ts';
import { judgeDependencies } from './rules/dependencies/dependencies.ts';
import { judgeProjectionDrift } from './rules/drift/projection-drift.ts';
import { judgeBucketCoverage } from './rules/ownership/bucket-coverage.ts';
import { countByType, countVersions, judgeProcesses } from './rules/processes/processes.ts';
import { summarize } from './rules/verdict/summary.ts';

/** What a snapshot says beside the readings. */
export type SnapshotContext = {
  readonly thresholds: Thresholds;
  /** What the page is told beside the thresholds. */
  readonly display: Omit<Closed<Settings>, 'heartbeat_grace_sec' | 'recent_window_sec'>;
  readonly served_by: ServedBy;
};

/** Readings in, verdicts out: the one place where the rules meet. The order of the rows does not matter. */
export function buildSnapshot(
  readings: FleetReadings,
  { thresholds, display, served_by }: SnapshotContext,
): Closed<FleetSnapshot> {
  const { now_ms } = readings;
  const judged = judgeProcesses(readings.process_health.value, now_ms, thresholds.heartbeat_grace_sec);
  const processes = judged.map(({ process }) => process);
  const tables = [
    judgeDeliveryTable('webhook', readings.webhook_deliveries, now_ms),
    judgeDeliveryTable('alert', readings.alert_deliveries, now_ms),
  ];
  const posture = judgeDeliveryPosture(judged, sumTables(tables).pending);
  const sections = {
    processes: judged,
    bucket_coverage: judgeBucketCoverage(readings.bucket_owners, judged, now_ms, thresholds),
    delivery: judgeDelivery(tables, posture, now_ms - thresholds.recent_window_sec * 1000),
    projection_drift: judgeProjectionDrift(readings.projection_drift, thresholds.bucket_total),
    unreadable_processes: readings.process_health.unreadable ?? [],
    unreadable_owners: (readings.bucket_owners.ok && readings.bucket_owners.unreadable) || [],
  };
  const dependencies = judgeDependencies(judged);
  return {
    schema_version: SCHEMA_VERSION,
    generated_at: toInstant(now_ms),
    summary: summarize(sections, dependencies),
    processes,
    process_counts: countByType(processes),
    bucket_coverage: sections.bucket_coverage,
    delivery: sections.delivery,
    projection_drift: sections.projection_drift,
    dependencies,
    versions: countVersions(processes),
    sources: [
      toSource('process_health', readings.process_health),
      toSource('bucket_owners', readings.bucket_owners),
      toSource('webhook_deliveries', readings.webhook_deliveries),
      toSource('alert_deliveries', readings.alert_deliveries),
      toSource('projection_drift', readings.projection_drift),
    ],
    served_by,
    settings: {
      heartbeat_grace_sec: thresholds.heartbeat_grace_sec,
      recent_window_sec: thresholds.recent_window_sec,
      ...display,
    },
  };
}

function toSource(name: SourceName, reading: Reading<unknown>): Closed<Source> {
  return {
    name,
    ok: reading.ok,
    read_at: reading.ok ? toInstant(reading.read_at_ms) : null,
    duration_ms: Math.round(reading.duration_ms),
  };
}
