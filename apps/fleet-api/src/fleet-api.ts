import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { hostname } from 'node:os';
import { SCHEMA_VERSION } from 'fleet-core/contract/fleet-snapshot';
import { codeMeanings } from 'fleet-core/rules/verdict/code-meanings';
import { operatorSql } from 'fleet-core/sql/operator-sql';
import type { Logger } from 'pino';
import packageFacts from '../package.json' with { type: 'json' };
import type { Config } from './config.ts';
import { openDatabase } from './database/database.ts';
import { remedyFor } from './doctor/remedies.ts';
import { createFleetFailure } from './http/answers/fleet-failure.ts';
import { createFleetResponder } from './http/answers/fleet-responder.ts';
import { securityHeaders } from './http/answers/security-headers.ts';
import { createGateHandler } from './http/gate/gate-handler.ts';
import { createHttpServer } from './http/http-server.ts';
import { laterListener } from './http/later-listener.ts';
import { type PageFiles, readPageFiles } from './http/page/page-files.ts';
import { createHostCheck } from './http/requests/host-check.ts';
import { createFailureLog } from './log/failure-log.ts';
import { createLimitLog } from './log/limit-log.ts';
import { keepPlan } from './plan/keep-plan.ts';
import { createDriftDetail } from './snapshot/drift-detail.ts';
import { REST_FACTOR } from './snapshot/duty-cycle.ts';
import { createFleetReader, type ReportSource } from './snapshot/fleet-reader.ts';
import { createFleetWatch, type Keeper, NO_KEEPER } from './snapshot/fleet-watch.ts';
import { createGate } from './snapshot/gate.ts';
import { createHistoryBodies } from './snapshot/history-bodies.ts';
import { createRangeRead } from './snapshot/range-read.ts';
import { createSnapshotCache } from './snapshot/snapshot-cache.ts';
import { LONGEST_PAUSE_MS, startWatching } from './snapshot/start-watching.ts';
import { takeSnapshot } from './snapshot/take-snapshot.ts';

export type FleetApi = {
  readonly server: Server;
  /** Reads from now on without being asked: what is wrong is in the log before anybody looks, and no time is unwatched. */
  watch(): void;
  /** Reads the plan and the password's file anew, and ends every session between two reads, for an operator who wants it now. */
  reload(): Promise<void>;
  close(): void;
};

/**
 * The cache reads at most twice in its time-to-live: what takes less than 5 % of half of it cannot take more
 * than 5 % of all time. With no time-to-live everything is asked anew each time.
 */
function expensiveFrom(cacheTtlMs: number): number {
  return cacheTtlMs === 0 ? Number.POSITIVE_INFINITY : cacheTtlMs / 2 / REST_FACTOR;
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
  { page = readPageFiles(), keeper = NO_KEEPER }: { page?: PageFiles; keeper?: Keeper } = {},
): FleetApi {
  const { requestTimeoutMs } = config;
  if (page.html === undefined)
    log.warn({ directory: page.assetsDir }, 'the page is not there: /fleet will be 503');
  // The server gives up first, then we, then the client's answer is due.
  const statementTimeoutMs = Math.round((requestTimeoutMs * 2) / 3);
  const deadlineMs = Math.round((requestTimeoutMs * 5) / 6);
  const database = openDatabase({ ...config.database, statementTimeoutMs });
  const failureLog = createFailureLog(log, (failure) => remedyFor(failure, config));
  const headers = securityHeaders();
  const reportSource: ReportSource = (source, error) => void failureLog.report(source, error, source);
  const readFleet = createFleetReader({
    database,
    tables: config.tables,
    thresholds: config.thresholds,
    deadlineMs,
    expensiveFromMs: expensiveFrom(config.cacheTtlMs),
    reportSource,
  });
  const plan = keepPlan(config.planFile, { ...config.thresholds, ...config.display }, log);
  const settings = {
    thresholds: config.thresholds,
    display: config.display,
    served_by: { host: hostname(), version: packageFacts.version, build_id: page.buildId },
    operator_sql: operatorSql(config.tables, config.thresholds),
    runbook_url: config.runbookUrl,
  };
  const contextNow = async () => ({ ...settings, plan: await plan.inForce() });
  const watch = createFleetWatch(longestPause(config), keeper);
  const cache = createSnapshotCache({
    ttlMs: config.cacheTtlMs,
    read: async () => {
      const snapshot = await takeSnapshot(readFleet, contextNow, watch);
      failureLog.report('snapshot', undefined, '');
      return snapshot;
    },
  });
  const sendFailure = createFleetFailure({ cache, headers, failureLog });
  const answerFleet = createFleetResponder({ cache, headers, timeoutMs: requestTimeoutMs, sendFailure });
  const readRange = createRangeRead({ database, tables: config.tables, deadlineMs, reportSource });
  const answerGate = createGateHandler({
    ask: createGate({ cache, readRange, timeoutMs: requestTimeoutMs }),
    bucketTotal: config.thresholds.bucket_total,
    sendFailure,
  });
  const codes = { schema_version: SCHEMA_VERSION, codes: codeMeanings(settings.operator_sql) };
  const readDrift = createDriftDetail({
    database,
    tables: config.tables,
    bucketTotal: config.thresholds.bucket_total,
    deadlineMs,
    expensiveFromMs: expensiveFrom(config.cacheTtlMs),
    keptMs: config.cacheTtlMs,
  });
  const historyBody = createHistoryBodies(watch);
  // Express and what it brings are a third of what a start has to load, and the first snapshot does not need them.
  const app = laterListener(async () => {
    const { createExpressApp } = await import('./http/express-app.ts');
    return createExpressApp({ page, headers, failureLog, historyBody, codes, readDrift, answerGate });
  });
  const { host: bindAddress, allowedHosts } = config.listen;
  const checkHost = createHostCheck({ bindAddress, allowedHosts });
  const limitLog = createLimitLog(log);
  let endWatching = () => {};
  return {
    server: createHttpServer({ answerFleet, app: app.answer, headers, checkHost, limitLog }),
    async reload() {
      const [{ file, fault }] = await Promise.all([plan.inForce(), database.renew()]);
      const planWas = file === null ? 'none is set' : (fault ?? 'read');
      const { passwordFile = 'none is set' } = config.database;
      log.info({ plan: planWas, password_file: passwordFile }, 'reloaded; sessions are opened anew');
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
    close() {
      endWatching();
      database.close();
      failureLog.flush();
    },
  };
}
