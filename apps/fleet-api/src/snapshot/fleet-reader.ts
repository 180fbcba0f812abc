import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import type { Reading } from 'fleet-core/domain/reading';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import { bucketOwners } from 'fleet-core/sql/bucket-owners';
import { databaseClock } from 'fleet-core/sql/database-clock';
import { deliveryQueue } from 'fleet-core/sql/delivery-queue';
import { processHealth } from 'fleet-core/sql/process-health';
import { projectionDrift } from 'fleet-core/sql/projection-drift';
import type { Query } from 'fleet-core/sql/query';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { startCounting } from '../elapsed-time.ts';

/** Told of each read that failed, with what was read; the rest of the snapshot goes on without it. */
export type ReportSource = (source: string, error: unknown) => void;

export type FleetReaderOptions = {
  readonly database: Database;
  readonly tables: TableNames;
  readonly thresholds: Thresholds;
  /** All reads of one snapshot together. */
  readonly deadlineMs: number;
  readonly reportSource: ReportSource;
};

/**
 * Reads everything a snapshot needs. The clock comes first and alone, so that one `now` serves all rules,
 * and so that a database that is down costs one connection attempt. Rejects when the clock or process
 * health cannot be read; each other read fails by itself.
 */
export async function readFleet(options: FleetReaderOptions): Promise<FleetReadings> {
  const { database, tables, thresholds, deadlineMs } = options;
  const elapsedMs = startCounting();
  const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
  const now_ms = await database.read(databaseClock(), remainingMs());
  const sinceMs = now_ms - thresholds.recent_window_sec * 1000;

  const timed = async <T>(query: Query<T>) => {
    const durationMs = startCounting();
    const read_at_ms = now_ms;
    const value = await database.read(query, remainingMs());
    return { ok: true, value, read_at_ms, duration_ms: durationMs() } as const;
  };
  const attempt = async <T>(source: string, query: Query<T>): Promise<Reading<T>> => {
    const durationMs = startCounting();
    try {
      const reading = await timed(query);
      options.reportSource(source, undefined);
      return reading;
    } catch (error) {
      options.reportSource(source, error);
      return { ok: false, duration_ms: durationMs() };
    }
  };

  const [process_health, bucket_owners, webhook_deliveries, alert_deliveries, projection_drift] =
    await Promise.all([
      timed(processHealth(tables)),
      attempt('bucket_owners', bucketOwners(tables)),
      attempt('webhook_deliveries', deliveryQueue(tables.webhook_deliveries, now_ms, sinceMs)),
      attempt('alert_deliveries', deliveryQueue(tables.alert_deliveries, now_ms, sinceMs)),
      readDrift(),
    ]);
  return { now_ms, process_health, bucket_owners, webhook_deliveries, alert_deliveries, projection_drift };

  async function readDrift(): Promise<Reading<number | null>> {
    if (thresholds.bucket_total <= 0) return { ok: true, value: null, read_at_ms: now_ms, duration_ms: 0 };
    return attempt('projection_drift', projectionDrift(tables, thresholds.bucket_total));
  }
}
