import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { fleetMetrics } from 'fleet-core/metrics/fleet-metrics';
import { codeMeanings } from 'fleet-core/rules/verdict/code-meanings';
import { operatorSql } from 'fleet-core/sql/operator/operator-sql';
import { type TableNames, tableNames } from 'fleet-core/sql/schema/table-names';
import type { Logger } from 'pino';
import packageFacts from '../package.json' with { type: 'json' };
import type { Token } from './access/token.ts';
import { type Config, statementTimeoutMs } from './config.ts';
import { openDatabase } from './database/database.ts';
import { remedyFor } from './doctor/remedies.ts';
import { createAccessControl } from './http/access/access-control.ts';
import { createVisitorLog } from './http/access/visitor-log.ts';
import { createFleetFailure } from './http/answers/fleet-failure.ts';
import { createFleetResponder } from './http/answers/fleet-responder.ts';
import { securityHeaders } from './http/answers/security-headers.ts';
import { createGateHandler } from './http/gate/gate-handler.ts';
import { readyChecks } from './http/health/ready-checks.ts';
import { createReadyHandler } from './http/health/ready-handler.ts';
import { createHttpServer } from './http/http-server.ts';
import { laterListener } from './http/later-listener.ts';
import { createMetricsHandler } from './http/metrics/metrics-handler.ts';
import { type PageFiles, readPageFiles } from './http/page/page-files.ts';
import { createHostCheck } from './http/requests/host-check.ts';
import { createSummaryHandler } from './http/summary/summary-handler.ts';
import { createFailureLog } from './log/failure-log.ts';
import { createLimitLog } from './log/limit-log.ts';
import { keepPlan } from './plan/keep-plan.ts';
import { REST_FACTOR } from './snapshot/aside/work-pace.ts';
import { createHistoryBodies } from './snapshot/bytes/history-bodies.ts';
import { createKeptBody } from './snapshot/bytes/kept-body.ts';
import { createSnapshotJson } from './snapshot/bytes/snapshot-json.ts';
import { createDriftDetail } from './snapshot/drift/drift-detail.ts';
import { createFleetReader, type ReportSource } from './snapshot/fleet-reader.ts';
import { createFleetWatch, type Keeper, NO_KEEPER } from './snapshot/fleet-watch.ts';
import { createGate } from './snapshot/on-demand/gate.ts';
import { createRangeRead } from './snapshot/on-demand/range-read.ts';
import { keepSchema } from './snapshot/schema/keep-schema.ts';
import { createSnapshotCache } from './snapshot/snapshot-cache.ts';
import { LONGEST_PAUSE_MS, startWatching } from './snapshot/start-watching.ts';
import { takeSnapshot } from './snapshot/take-snapshot.ts';
import { createWatched } from './snapshot/watched.ts';
import { createTallies } from './tallies/tallies.ts';
import { tallyCache, tallyReads } from './tallies/tally-cache.ts';

/** The same from the source as from the build, which is one folder deep as well. */
const BUILT_PAGE = fileURLToPath(new URL('../dist/page', import.meta.url));

/** What may change without a restart; whether tokens are asked for may not. */
export type ReloadedSettings = {
  readonly password: string;
  readonly tokens: readonly Token[] | undefined;
  /** Whether what was read anew could not be taken, so that these are those of before. */
  readonly areFaulty: boolean;
};

export type FleetApi = {
  readonly server: Server;
  /** Reads from now on without being asked: what is wrong is in the log before anybody looks, and no time is unwatched. */
  watch(): void;
  /** Whether the fleet is looked at as often as it should be, whatever comes of it; true where only requests ask for it. */
  isWatching(): boolean;
  /**
   * Lets this password and these tokens count, reads the plan and the password's file anew, and ends every session between two
   * reads. The log has `facts` beside what became of it.
   */
  reload(settings: ReloadedSettings, facts: Readonly<Record<string, unknown>>): Promise<void>;
  close(): void;
};

/**
 * The cache reads at most twice in its time-to-live: what takes less than 5 % of half of it cannot take more
 * than 5 % of all time. With no time-to-live everything is asked anew each time.
 */
function expensiveFrom(cacheTtlMs: number): number {
  return cacheTtlMs === 0 ? Number.POSITIVE_INFINITY : cacheTtlMs / 2 / REST_FACTOR;
}

/** Of snapshots that follow one another every second one counts drift and site activity; one that comes later always does. */
function restAtLeast(cacheTtlMs: number): number {
  return Math.min(1.5 * cacheTtlMs, 10_000);
}

/**
 * After about three looks that did not come the fleet was not watched: those of the watching, which come more seldom while
 * they fail, or else of clients that ask whenever a snapshot's life is over.
 */
function longestPause({ watchIntervalMs, cacheTtlMs }: Config): number {
  if (watchIntervalMs === 0) return 3 * (cacheTtlMs || 5000);
  return Math.max(3 * watchIntervalMs, 1.5 * LONGEST_PAUSE_MS);
}

/** Joins settings, database, snapshot and HTTP; listens to nothing yet. */
export function createFleetApi(
  config: Config,
  log: Logger,
  { page = readPageFiles(BUILT_PAGE), keeper = NO_KEEPER }: { page?: PageFiles; keeper?: Keeper } = {},
): FleetApi {
  const { requestTimeoutMs } = config;
  if (page.html === undefined)
    log.warn({ directory: page.assetsDir }, 'the page is not there: /fleet will be 503');
  const deadlineMs = Math.round((requestTimeoutMs * 5) / 6);
  const database = openDatabase({ ...config.database, statementTimeoutMs: statementTimeoutMs(config) });
  const failureLog = createFailureLog(log, (failure) => remedyFor(failure, config));
  const headers = securityHeaders();
  const { host: bindAddress, allowedHosts, basePath } = config.listen;
  const limitLog = createLimitLog(log);
  const visitorLog = createVisitorLog(log);
  const access = createAccessControl({ ...config.access, basePath, limitLog, visitorLog });
  const tallies = createTallies(access.counts);
  const reportSource: ReportSource = (source, error) => {
    tallies.read(source, error);
    failureLog.report(source, error, source);
  };
  const schemas = keepSchema(database, config.tablePrefix);
  const sqlFor = (tables: TableNames, alsoInSites: boolean) =>
    operatorSql(tables, config.thresholds, alsoInSites);
  const readFleet = createFleetReader({
    database,
    schemas,
    thresholds: config.thresholds,
    deadlineMs,
    expensiveFromMs: expensiveFrom(config.cacheTtlMs),
    restAtLeastMs: restAtLeast(config.cacheTtlMs),
    reportSource,
  });
  const plan = keepPlan(config.planFile, { ...config.thresholds, ...config.display }, log);
  const settings = {
    thresholds: config.thresholds,
    display: config.display,
    served_by: { host: hostname(), version: packageFacts.version, build_id: page.buildId },
    runbook_url: config.runbookUrl,
  };
  const contextNow = async () => ({ ...settings, plan: await plan.inForce() });
  const longestPauseMs = longestPause(config);
  const watch = createFleetWatch(longestPauseMs, keeper);
  const toJson = createSnapshotJson();
  const readSnapshot = async () => {
    const snapshot = await takeSnapshot(
      readFleet,
      contextNow,
      (schema) => sqlFor(tableNames(schema), schema.checks_in.includes('sites')),
      watch,
      toJson,
    );
    failureLog.report('snapshot', undefined, '');
    return snapshot;
  };
  const cache = tallyCache(
    createSnapshotCache({
      ttlMs: config.cacheTtlMs,
      read: tallyReads('snapshot', readSnapshot, tallies),
    }),
    tallies,
  );
  const watched = createWatched(cache, longestPauseMs);
  const sendFailure = createFleetFailure({ cache, headers, failureLog });
  const answerFleet = createFleetResponder({ cache, headers, timeoutMs: requestTimeoutMs, sendFailure });
  const readRange = createRangeRead({ database, schemas, deadlineMs, reportSource });
  const answerGate = createGateHandler({
    ask: createGate({ cache, readRange, timeoutMs: requestTimeoutMs }),
    bucketTotal: config.thresholds.bucket_total,
    sendFailure,
  });
  const codesBody = createKeptBody(() => ({
    schema_version: SCHEMA_VERSION,
    codes: codeMeanings(sqlFor(schemas.tables(), schemas.haveSitesChecks())),
  }));
  const readDriftDetail = createDriftDetail({
    database,
    schemas,
    bucketTotal: config.thresholds.bucket_total,
    deadlineMs,
    expensiveFromMs: expensiveFrom(config.cacheTtlMs),
    keptMs: config.cacheTtlMs,
  });
  const readDrift = async () => {
    const detail = await readDriftDetail();
    failureLog.report('/api/fleet/drift', undefined, '');
    return detail;
  };
  const historyBody = createHistoryBodies(watch);
  const metrics = () => {
    const now = watched();
    const snapshot = now.state === 'good' ? now.value.snapshot : null;
    const ageSec = now.ageMs === null ? null : now.ageMs / 1000;
    return [...fleetMetrics({ snapshot, ageSec, served_by: settings.served_by }), ...tallies.families()];
  };
  let settingsAreFaulty = false;
  const answerReady = createReadyHandler(
    readyChecks({
      settingsAreFaulty: () => settingsAreFaulty,
      watched,
      sinceReadMs: cache.sinceReadMs,
      longestPauseMs,
      isWatching: config.watchIntervalMs > 0,
      hasPage: page.html !== undefined,
    }),
  );
  // Express and what it brings are a third of what a start has to load, and the first snapshot does not need them.
  const app = laterListener(async () => {
    const { createExpressApp } = await import('./http/express-app.ts');
    return createExpressApp({
      page,
      headers,
      failureLog,
      historyBody,
      codesBody,
      readDrift,
      answerSummary: createSummaryHandler({ cache, timeoutMs: requestTimeoutMs, sendFailure }),
      answerGate,
      answerReady,
      answerMetrics: createMetricsHandler(metrics),
      access,
      basePath,
    });
  });
  const checkHost = createHostCheck({ bindAddress, allowedHosts });
  let endWatching = () => {};
  return {
    server: createHttpServer({
      answerFleet,
      app: app.answer,
      headers,
      checkHost,
      basePath,
      access,
      limitLog,
      tallies,
    }),
    async reload({ password, tokens, areFaulty }, facts) {
      settingsAreFaulty = areFaulty;
      if (tokens !== undefined) access.replace(tokens);
      const [{ file, fault }] = await Promise.all([plan.inForce(), database.renew(password)]);
      const planWas = file === null ? 'none is set' : (fault ?? 'read');
      const { passwordFile = 'none is set' } = config.database;
      log.info(
        { ...facts, plan: planWas, password_file: passwordFile },
        'reloaded; sessions are opened anew',
      );
    },
    watch() {
      endWatching = startWatching({
        intervalMs: config.watchIntervalMs,
        read: cache.readNow,
        sinceReadMs: cache.sinceReadMs,
        onFailure: (error) => failureLog.report('snapshot', error, randomUUID()),
      });
      void cache.readNow().then(app.load, app.load);
    },
    isWatching: () => config.watchIntervalMs === 0 || cache.sinceReadMs() < longestPause(config),
    close() {
      endWatching();
      database.close();
      failureLog.flush();
    },
  };
}
