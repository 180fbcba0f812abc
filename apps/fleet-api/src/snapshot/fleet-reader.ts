import type { DeliveryQueue } from 'fleet-core/domain/delivery-queue';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import type { Reading, ReadingTaken } from 'fleet-core/domain/reading';
import type { ReplicaLag } from 'fleet-core/domain/replica-lag';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import { areAllLate } from 'fleet-core/rules/processes/heartbeat';
import { bucketOwners } from 'fleet-core/sql/bucket-owners';
import { databaseClock } from 'fleet-core/sql/database-clock';
import { processHealth } from 'fleet-core/sql/process-health';
import type { Query } from 'fleet-core/sql/query';
import type { ReadableRows } from 'fleet-core/sql/readable-rows';
import { replicaLag } from 'fleet-core/sql/replica-lag';
import type { TableNames } from 'fleet-core/sql/table-names';
import type { Database } from '../database/database.ts';
import { isTooSlow } from '../database/database-failure.ts';
import { startStopwatch } from '../stopwatch.ts';
import { createActivityRead } from './activity-read.ts';
import { createDriftRead } from './drift-read.ts';
import { createQueuesRead, QUICK_MS } from './queues-read.ts';
import { type Moment, readAside } from './read-aside.ts';
import type { Pace } from './work-pace.ts';

/** Told of each read that failed, with what was read; the rest of the snapshot goes on without it. */
export type ReportSource = (source: string, error: unknown) => void;

export type FleetReaderOptions = {
  readonly database: Database;
  readonly tables: TableNames;
  readonly thresholds: Thresholds;
  /** All reads of one snapshot together. */
  readonly deadlineMs: number;
  /** Drift or site activity whose read takes this long is read less often, in proportion. */
  readonly expensiveFromMs: number;
  readonly reportSource: ReportSource;
};

/**
 * Reads everything a snapshot needs. The clock comes first and alone, so that one `now` serves all rules,
 * and so that a database that is down costs one connection attempt. Rejects when the clock or process
 * health cannot be read; each other read fails by itself. Drift and site activity are not waited for once they have
 * become expensive.
 */
export function createFleetReader(options: FleetReaderOptions): () => Promise<FleetReadings> {
  const { database, tables, thresholds, deadlineMs, expensiveFromMs } = options;
  const rowsOf =
    <T>(query: Query<ReadableRows<T>>) =>
    (moment: Moment) =>
      timedRows(moment, () => database.read(query, moment.remainingMs()));

  const readProcesses = rowsOf(processHealth(tables));
  const readOwners = section('bucket_owners', rowsOf(bucketOwners(tables)));
  const readQueues = createQueuesRead(database, tables, thresholds.recent_window_sec * 1000);
  const readDrift = createDriftRead(database, tables);
  const readProjection = atItsOwnPace('projection_drift', async (_, pace) =>
    thresholds.bucket_total > 0 ? readDrift(thresholds.bucket_total, pace) : null,
  );
  const readActivity = createActivityRead(database, tables, thresholds);
  const readChecks = atItsOwnPace('site_activity', readActivity);

  return async () => {
    const elapsedMs = startStopwatch();
    const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
    const moment = { nowMs: await database.read(databaseClock(), remainingMs()), remainingMs };
    const queues = readQueues(moment.nowMs, remainingMs, elapsedMs() < QUICK_MS);
    const queue = (source: string, counts: Promise<DeliveryQueue>) =>
      section(source, (at) => timed(at, () => counts))(moment);
    const processes = readProcesses(moment);
    const [
      process_health,
      bucket_owners,
      webhook_deliveries,
      alert_deliveries,
      projection_drift,
      site_activity,
      replica_lag,
    ] = await Promise.all([
      processes,
      readOwners(moment),
      queue('webhook_deliveries', queues.webhook),
      queue('alert_deliveries', queues.alert),
      readProjection(moment),
      readChecks(moment),
      processes.then((taken) => readReplicaLag(taken, moment)),
    ]);
    return {
      now_ms: moment.nowMs,
      process_health,
      bucket_owners,
      webhook_deliveries,
      alert_deliveries,
      projection_drift,
      site_activity,
      ...(replica_lag === undefined ? {} : { replica_lag }),
    };
  };

  /** Asked only when it would explain what is read: that all of it is old. */
  async function readReplicaLag(
    { value }: FleetReadings['process_health'],
    { nowMs, remainingMs }: Moment,
  ): Promise<ReplicaLag | undefined> {
    const heartbeatsMs = value.map(({ updated_at_ms }) => updated_at_ms);
    if (!areAllLate(heartbeatsMs, nowMs, thresholds.heartbeat_late_sec)) return undefined;
    const unknown: ReplicaLag = { kind: 'unknown' };
    return database.read(replicaLag(), remainingMs()).catch(() => unknown);
  }

  /** Drift and site activity grow with the sites, not with the fleet: they alone may be read beside the snapshots. */
  function atItsOwnPace<T>(source: string, read: (nowMs: number, pace: Pace) => Promise<T>) {
    const look = readAside({ read, deadlineMs, expensiveFromMs, isTooSlow });
    return async (moment: Moment): Promise<Reading<T>> => {
      const durationMs = startStopwatch();
      try {
        const { reading, slowBecause } = await look(moment);
        options.reportSource(source, slowBecause);
        return reading ?? { ok: false, duration_ms: durationMs(), is_too_slow: true };
      } catch (error) {
        options.reportSource(source, error);
        return { ok: false, duration_ms: durationMs() };
      }
    };
  }

  function section<T>(source: string, read: (moment: Moment) => Promise<ReadingTaken<T>>) {
    return async (moment: Moment): Promise<Reading<T>> => {
      const durationMs = startStopwatch();
      try {
        const reading = await read(moment);
        options.reportSource(source, undefined);
        return reading;
      } catch (error) {
        options.reportSource(source, error);
        return { ok: false, duration_ms: durationMs() };
      }
    };
  }
}

async function timed<T>({ nowMs }: Moment, read: () => Promise<T>): Promise<ReadingTaken<T>> {
  const durationMs = startStopwatch();
  const value = await read();
  return { ok: true, value, read_at_ms: nowMs, duration_ms: durationMs() };
}

async function timedRows<T>(
  moment: Moment,
  read: () => Promise<ReadableRows<T>>,
): Promise<ReadingTaken<readonly T[]>> {
  const { value, ...taken } = await timed(moment, read);
  return { ...taken, value: value.rows, unreadable: value.unreadable };
}
