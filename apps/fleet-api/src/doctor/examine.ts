import type { DatabaseSchema } from 'fleet-core/domain/database-schema';
import type { FleetReadings } from 'fleet-core/domain/fleet-readings';
import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { missingColumns } from 'fleet-core/sql/schema/missing-columns';
import { tableNames } from 'fleet-core/sql/schema/table-names';
import { accountPrivileges } from 'fleet-core/sql/server/account-privileges';
import { replicaLag } from 'fleet-core/sql/server/replica-lag';
import { serverZone } from 'fleet-core/sql/server/server-zone';
import { sessionEncryption } from 'fleet-core/sql/server/session-encryption';
import type { Config } from '../config.ts';
import type { Database } from '../database/database.ts';
import { DatabaseFailure, toDatabaseFailure } from '../database/database-failure.ts';
import { createFleetReader } from '../snapshot/fleet-reader.ts';
import { keepSchema } from '../snapshot/schema/keep-schema.ts';
import { accessFinding } from './access-finding.ts';
import { accountFinding } from './account-finding.ts';
import { columnsFinding } from './columns-finding.ts';
import { connectionFinding } from './connection-finding.ts';
import { encryptionFinding } from './encryption-finding.ts';
import { failureFact } from './failure-fact.ts';
import type { Finding } from './finding.ts';
import { remedyFor } from './remedies.ts';
import { replicaFinding } from './replica-finding.ts';
import { scanFinding } from './scan-finding.ts';
import { schemaFinding } from './schema-finding.ts';
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
  ['verifliers', 'verifliers'],
] as const satisfies readonly (readonly [string, keyof FleetReadings])[];

/** Reads everything once, as the dashboard does, and looks at what it costs and at who reads. `ownNowMs` is our clock. */
export async function examine(database: Database, config: Config, ownNowMs: number): Promise<Finding[]> {
  const failures = new Map<string, unknown>();
  const readFleet = createFleetReader({
    database,
    schemas: keepSchema(database, config.tablePrefix),
    thresholds: config.thresholds,
    deadlineMs: config.requestTimeoutMs,
    expensiveFromMs: Number.POSITIVE_INFINITY,
    restAtLeastMs: 0,
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
  const sections = SECTIONS.flatMap(([subject, source]): Finding | [] => {
    const reading = readings[source];
    if (reading === undefined) return [];
    if (!reading.ok) return problem(subject, failures.get(source) ?? notRead(config));
    const scan = scanOf(source, readings.schema);
    if (scan !== undefined) return scanFinding({ subject, remedy: scan }, reading, config);
    return { kind: 'well', subject, fact: `read in ${Math.round(reading.duration_ms)} ms` };
  });
  return [
    ...sections,
    connectionFinding(database, config),
    clocks(readings.now_ms, ownNowMs),
    await zone(database, config, readings),
    await replica(database, config, readings.schema),
    schemaFinding(readings, config.thresholds.heartbeat_grace_sec),
    driftIndex(readings.schema),
    await columns(database, config, readings.schema),
    await account(database, config, deniedSections(failures)),
    await encryption(database, config),
    accessFinding(config),
  ];
}

/** What makes the read of a section short that grows with the sites; undefined for the others, which grow with the fleet. */
function scanOf(source: keyof FleetReadings, schema: DatabaseSchema): string | undefined {
  const { sites, site_runtime } = tableNames(schema);
  switch (source) {
    case 'projection_drift':
      return 'With the index for drift only the sites that can drift are read, not the whole table.';
    case 'site_activity':
      return site_runtime === null
        ? `Is Jetmon's own index of bucket_no, monitor_active and last_checked_at on ${sites}? It holds all that is read.`
        : `Is Jetmon's own index of last_checked_at and source_site_id on ${site_runtime}?`;
    default:
      return undefined;
  }
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

async function replica(database: Database, config: Config, { flavour }: DatabaseSchema): Promise<Finding> {
  const found = await database.read(replicaLag(), config.requestTimeoutMs).catch(toDatabaseFailure);
  return replicaFinding(found, config, flavour);
}

function driftIndex(schema: DatabaseSchema): Finding {
  const subject = 'index for drift';
  if (schema.has_drift_index) return { kind: 'well', subject, fact: 'is there' };
  return {
    kind: 'advice',
    subject,
    fact: 'is not there, so counting drift reads every site; the larger the table, the less often that is done',
    remedy: `The owner of the table may add it; the dashboard never does:\n${recommendedDriftIndex(tableNames(schema))};`,
  };
}

async function columns(
  database: Database,
  { requestTimeoutMs }: Config,
  schema: DatabaseSchema,
): Promise<Finding> {
  const { process_health } = tableNames(schema);
  const missing = await database.read(missingColumns(process_health), requestTimeoutMs).catch(() => null);
  return columnsFinding(missing, process_health);
}

async function account(
  database: Database,
  { database: { database: name, user }, requestTimeoutMs }: Config,
  denied: readonly string[],
): Promise<Finding> {
  const found = await database.read(accountPrivileges(), requestTimeoutMs).catch(() => null);
  return accountFinding(found, name, user, denied);
}

/** The sections that the account was not let read. */
function deniedSections(failures: ReadonlyMap<string, unknown>): string[] {
  return SECTIONS.filter(
    ([, source]) => failures.has(source) && toDatabaseFailure(failures.get(source)).failureClass === 'denied',
  ).map(([subject]) => subject);
}

async function encryption(database: Database, config: Config): Promise<Finding> {
  const found = await database.read(sessionEncryption(), config.requestTimeoutMs).catch(() => undefined);
  return encryptionFinding(found, config);
}
