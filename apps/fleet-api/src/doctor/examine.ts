import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { privilegesBeyondReading } from 'fleet-core/sql/account-privileges';
import { hasDriftIndex, recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { replicaLag } from 'fleet-core/sql/replica-lag';
import { serverZone } from 'fleet-core/sql/server-zone';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { DatabaseFailure, toDatabaseFailure } from '../database/database-failure.ts';
import { createFleetReader } from '../snapshot/fleet-reader.ts';
import { connectionFinding } from './connection-finding.ts';
import { failureFact } from './failure-fact.ts';
import type { Finding } from './finding.ts';
import { remedyFor } from './remedies.ts';
import { replicaFinding } from './replica-finding.ts';
import { zoneFinding } from './zone-finding.ts';

/** As far as the clocks may be apart before ages on a page look odd. */
const CLOCK_TOLERANCE_SEC = 60;

const SECTIONS = [
  ['process health', 'process_health'],
  ['bucket owners', 'bucket_owners'],
  ['webhook deliveries', 'webhook_deliveries'],
  ['alert deliveries', 'alert_deliveries'],
  ['projection drift', 'projection_drift'],
  ['site activity', 'site_activity'],
] as const satisfies readonly (readonly [string, keyof FleetReadings])[];

/** Reads everything once, as the dashboard does, and looks at what it costs and at who reads. `ownNowMs` is our clock. */
export async function examine(database: Database, config: Config, ownNowMs: number): Promise<Finding[]> {
  const failures = new Map<string, unknown>();
  const readFleet = createFleetReader({
    database,
    tables: config.tables,
    thresholds: config.thresholds,
    deadlineMs: config.requestTimeoutMs,
    expensiveFromMs: Number.POSITIVE_INFINITY,
    reportSource: (source, error) => failures.set(source, error),
  });
  const problem = (subject: string, error: unknown): Finding => {
    const failure = toDatabaseFailure(error);
    return { kind: 'problem', subject, fact: failureFact(failure), remedy: remedyFor(failure, config) };
  };
  let readings: FleetReadings;
  try {
    readings = await readFleet();
  } catch (error) {
    return [problem('the database', error)];
  }
  const sections = SECTIONS.map(([subject, source]): Finding => {
    const reading = readings[source];
    if (!reading.ok) return problem(subject, failures.get(source) ?? notRead(config));
    return { kind: 'well', subject, fact: `read in ${Math.round(reading.duration_ms)} ms` };
  });
  return [
    ...sections,
    connectionFinding(database, config),
    clocks(readings.now_ms, ownNowMs),
    await zone(database, config, readings),
    await replica(database, config),
    await driftIndex(database, config),
    await account(database, config),
  ];
}

function notRead({ requestTimeoutMs }: Config): DatabaseFailure {
  return new DatabaseFailure('timeout', `not read within ${requestTimeoutMs} ms`);
}

function clocks(databaseMs: number, ownMs: number): Finding {
  const apartSec = Math.round(Math.abs(databaseMs - ownMs) / 1000);
  const subject = 'clocks';
  if (apartSec <= CLOCK_TOLERANCE_SEC) return { kind: 'well', subject, fact: `${apartSec} s apart` };
  return {
    kind: 'advice',
    subject,
    fact: `the database's is ${apartSec} s ${databaseMs > ownMs ? 'ahead of' : 'behind'} this machine's`,
    remedy: 'Ages go by the database. Let both machines keep their time by NTP.',
  };
}

async function zone(
  database: Database,
  { requestTimeoutMs }: Config,
  { process_health, now_ms }: FleetReadings,
): Promise<Finding> {
  const found = await database.read(serverZone(), requestTimeoutMs).catch(() => null);
  const heartbeatsMs = process_health.value.flatMap(({ updated_at_ms }) => updated_at_ms ?? []);
  return zoneFinding(found, heartbeatsMs, now_ms);
}

async function replica(database: Database, config: Config): Promise<Finding> {
  const found = await database.read(replicaLag(), config.requestTimeoutMs).catch(toDatabaseFailure);
  return replicaFinding(found, config);
}

async function driftIndex(database: Database, { tables, requestTimeoutMs }: Config): Promise<Finding> {
  const subject = 'index for drift';
  const isThere = await database.read(hasDriftIndex(tables), requestTimeoutMs).catch(() => null);
  if (isThere === null) return { kind: 'advice', subject, fact: 'could not be looked for' };
  if (isThere) return { kind: 'well', subject, fact: 'is there' };
  return {
    kind: 'advice',
    subject,
    fact: 'is not there, so counting drift reads every site; the larger the table, the less often that is done',
    remedy: `The owner of the table may add it; the dashboard never does:\n${recommendedDriftIndex(tables)};`,
  };
}

async function account(
  database: Database,
  { database: { user }, requestTimeoutMs }: Config,
): Promise<Finding> {
  const subject = 'account';
  const beyond = await database.read(privilegesBeyondReading(), requestTimeoutMs).catch(() => null);
  if (beyond === null) return { kind: 'advice', subject, fact: 'its privileges could not be read' };
  if (beyond.length === 0) return { kind: 'well', subject, fact: `${user} may do nothing but read` };
  return {
    kind: 'advice',
    subject,
    fact: `${user} may do more than read: ${beyond.join(', ')}`,
    remedy: 'The dashboard needs SELECT alone; give it an account of its own.',
  };
}
