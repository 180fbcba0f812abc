import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import type { DeliveryQueue } from 'fleet-core/domain/delivery-queue';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import type { Reading, ReadingTaken } from 'fleet-core/domain/reading';
import type { ReplicaLag } from 'fleet-core/domain/replica-lag';
import type { Thresholds } from 'fleet-core/domain/thresholds';
import { areAllLate } from 'fleet-core/rules/processes/heartbeat';
import { processHealth } from 'fleet-core/sql/process-health';
import type { Query } from 'fleet-core/sql/query';
import type { ReadableRows } from 'fleet-core/sql/readable-rows';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import { replicaLag } from 'fleet-core/sql/server/replica-lag';
import type { Database } from '../database/database.ts';
import { isTooSlow, toDatabaseFailure } from '../database/database-failure.ts';
import { startStopwatch } from '../stopwatch.ts';
import { createActivityRead } from './aside/activity-read.ts';
import { type Moment, readAside } from './aside/read-aside.ts';
import type { Pace } from './aside/work-pace.ts';
import { createDriftRead } from './drift/drift-read.ts';
import { createOpeningRead, type Opening } from './opening-read.ts';
import { createQueuesRead } from './queues-read.ts';
import { createRolloutRead } from './rollout-read.ts';
import type { SchemaKeeper } from './schema/keep-schema.ts';
import { timed, timedRows } from './timed.ts';
import { createVerifliersRead } from './verifliers-read.ts';

/** Told of each read that failed, with what was read; the rest of the snapshot goes on without it. */
export type ReportSource = (source: string, error: unknown) => void;

export type FleetReaderOptions = {
  readonly database: Database;
  readonly schemas: SchemaKeeper;
  readonly thresholds: Thresholds;
  /** All reads of one snapshot together. */
  readonly deadlineMs: number;
  /** Drift or site activity whose read takes this long is read less often, in proportion. */
  readonly expensiveFromMs: number;
  /** As long as drift and site activity rest however cheap they are. */
  readonly restAtLeastMs: number;
  readonly reportSource: ReportSource;
};

/** The reads of a snapshot by one schema: what comes first, and then all the rest. */
type Reads = {
  readonly open: (remainingMs: () => number) => Promise<Opening>;
  readonly readAll: (opening: Opening) => Promise<Omit<FleetReadings, 'now_ms' | 'schema'>>;
};

/**
 * Reads everything a snapshot needs: the schema, where it is not known, by which all else is read, then the clock, then all
 * the rest. Another server that answers meanwhile has the schema looked up anew, as has a
 * read that fails because something is not there; when it is another one, all is read again. Rejects when the clock, the
 * schema or process health cannot be read; each other read fails by itself. Drift and site activity are not waited for once
 * they have become expensive.
 */
export function createFleetReader(options: FleetReaderOptions): () => Promise<FleetReadings> {
  const { schemas, deadlineMs } = options;
  let current: { readonly schema: DatabaseSchema; readonly reads: Reads } | undefined;
  let isInDoubt = false;

  const reportSource: ReportSource = (source, error) => {
    if (error !== undefined && isOfSchema(error)) doubt();
    options.reportSource(source, error);
  };

  function doubt(): void {
    isInDoubt = true;
    schemas.doubt();
  }

  function readsBy(schema: DatabaseSchema): Reads {
    if (current?.schema !== schema)
      current = { schema, reads: createReads({ ...options, reportSource }, schema) };
    return current.reads;
  }

  async function readBy(schema: DatabaseSchema, remainingMs: () => number): Promise<FleetReadings> {
    const { open, readAll } = readsBy(schema);
    const opening = await open(remainingMs);
    const found = await schemas.now(remainingMs());
    if (found !== schema) return readBy(found, remainingMs);
    return { now_ms: opening.moment.nowMs, schema, ...(await readAll(opening)) };
  }

  return async () => {
    const elapsedMs = startStopwatch();
    const remainingMs = () => Math.max(1, deadlineMs - elapsedMs());
    const schema = await schemas.now(remainingMs());
    isInDoubt = false;
    const readings = readBy(schema, remainingMs);
    const failure = await readings.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (failure !== undefined && isOfSchema(failure)) doubt();
    if (!isInDoubt) return readings;
    const found = await schemas.now(remainingMs());
    return found === schema ? readings : readBy(found, remainingMs);
  };
}

function isOfSchema(error: unknown): boolean {
  return toDatabaseFailure(error).failureClass === 'schema';
}

/** The reads by one schema, each of which remembers what it has cost. */
function createReads(options: FleetReaderOptions, schema: DatabaseSchema): Reads {
  const { database, schemas, thresholds, deadlineMs, expensiveFromMs, restAtLeastMs } = options;
  const tables = tableNames(schema);
  const rowsOf =
    <T>(query: Query<ReadableRows<T>>) =>
    (moment: Moment) =>
      timedRows(moment, () => database.read(query, moment.remainingMs()));

  const readProcesses = rowsOf(processHealth(tables));
  const readQueues = createQueuesRead(database, tables, thresholds.recent_window_sec * 1000);
  const readDrift = createDriftRead(database, schemas);
  const readProjection = atItsOwnPace('projection_drift', async (_, pace) =>
    thresholds.bucket_total > 0 ? readDrift(thresholds.bucket_total, pace) : null,
  );
  const verifliersRead = createVerifliersRead(database, tables);
  const readVerifliers =
    verifliersRead &&
    section('verifliers', async (moment) => {
      const { value, ...taken } = await timed(moment, () => verifliersRead(moment.remainingMs));
      return { ...taken, value: value.rows, unreadable: value.unreadable };
    });
  const readRollout = createRolloutRead(database, tables, section);
  const readActivity = createActivityRead(database, schema, thresholds);
  const readChecks = atItsOwnPace('site_activity', readActivity);

  async function readAll({ moment, isQuick, owners }: Opening) {
    const queues = readQueues(moment.nowMs, moment.remainingMs, isQuick);
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
      verifliers,
      rollout,
      replica_lag,
    ] = await Promise.all([
      processes,
      section('bucket_owners', owners)(moment),
      queue('webhook_deliveries', queues.webhook),
      queue('alert_deliveries', queues.alert),
      readProjection(moment),
      readChecks(moment),
      readVerifliers?.(moment),
      readRollout(moment),
      processes.then((taken) => readReplicaLag(taken, moment)),
    ]);
    return {
      process_health,
      bucket_owners,
      webhook_deliveries,
      alert_deliveries,
      projection_drift,
      site_activity,
      ...(verifliers === undefined ? {} : { verifliers }),
      ...rollout,
      ...(replica_lag === undefined ? {} : { replica_lag }),
    };
  }

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
    const look = readAside({ read, deadlineMs, expensiveFromMs, restAtLeastMs, isTooSlow });
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

  return { open: createOpeningRead(database, tables), readAll };
}
