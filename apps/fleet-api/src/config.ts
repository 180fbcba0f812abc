import type { Thresholds } from 'fleet-core/domain/thresholds';
import type * as z from 'zod/mini';
import { BindAddress, isOpenToNetwork } from './settings/bind-address.ts';
import { longestCacheTtlMs } from './settings/cache-ttl.ts';
import { Environment } from './settings/environment.ts';
import { type GivenSettings, givenSettings } from './settings/given-settings.ts';
import { holdsCredentials } from './settings/published-address.ts';
import { isSecret } from './settings/setting-facts.ts';
import { Settings } from './settings/settings.ts';
import { unknownVariables } from './settings/unknown-variables.ts';

export type Config = ReturnType<typeof toConfig>;

/** What the server may take for one statement: it gives up first, then we, then the client's answer is due. */
export function statementTimeoutMs({ requestTimeoutMs }: Pick<Config, 'requestTimeoutMs'>): number {
  return Math.round((requestTimeoutMs * 2) / 3);
}

/**
 * The settings, or one line for each that is missing or wrong; and what was given. A warning is a line about
 * what may have been meant otherwise.
 */
export type ConfigResult = { readonly given: GivenSettings } & (
  | { readonly ok: true; readonly config: Config; readonly warnings: string[] }
  | { readonly ok: false; readonly faults: string[] }
);

/**
 * Reads all settings: from the environment, else from Jetmon's own configuration, else by default. Values of secrets are
 * never repeated in a fault.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = givenSettings(env);
  const parsed = Settings.safeParse(given.values);
  const unknown = unknownVariables(given.variables, Object.keys(Environment.shape));
  const warnings = [...meaninglessSettings(given.values), ...unknown];
  const faults = parsed.success
    ? cacheFaults(parsed.data)
    : parsed.error.issues.map((issue) => toFault(issue, given));
  faults.unshift(...given.faults);
  faults.push(...accessFaults(given));
  return parsed.success && faults.length === 0
    ? { ok: true, config: toConfig(parsed.data), warnings, given }
    : { ok: false, faults: [...faults, ...warnings], given };
}

function meaninglessSettings({
  DASHBOARD_AUTH_TOKEN_FILE,
  DASHBOARD_INSECURE_NO_AUTH,
}: GivenSettings['values']): string[] {
  return DASHBOARD_AUTH_TOKEN_FILE !== undefined && DASHBOARD_INSECURE_NO_AUTH === '1'
    ? [
        'DASHBOARD_INSECURE_NO_AUTH is "1": it means nothing beside DASHBOARD_AUTH_TOKEN_FILE; unset one of them',
      ]
    : [];
}

/** Where nobody is asked who they are, who can reach the dashboard sees the fleet, and that must be wanted. */
function accessFaults({ values, files }: GivenSettings): string[] {
  const { DASHBOARD_BIND_ADDR, DASHBOARD_INSECURE_NO_AUTH, DASHBOARD_AUTH_TOKEN_FILE } = values;
  if (DASHBOARD_AUTH_TOKEN_FILE !== undefined || DASHBOARD_INSECURE_NO_AUTH === '1') return [];
  const address = BindAddress.safeParse(DASHBOARD_BIND_ADDR);
  if (!address.success || !isOpenToNetwork(address.data)) return [];
  const remedy =
    'listen on 127.0.0.1 behind a proxy or a tunnel, ask for tokens with DASHBOARD_AUTH_TOKEN_FILE, or set DASHBOARD_INSECURE_NO_AUTH=1';
  const told = `${JSON.stringify(address.data)}${placeOf('DASHBOARD_BIND_ADDR', files)}`;
  return [
    `DASHBOARD_BIND_ADDR is ${told}: others can reach it there, and nobody is asked who they are: ${remedy}`,
  ];
}

function cacheFaults(env: Environment): string[] {
  const { FLEET_CACHE_TTL_MS: ttlMs, FLEET_REQUEST_TIMEOUT_MS: timeoutMs } = env;
  const mostMs = longestCacheTtlMs(timeoutMs);
  if (ttlMs <= mostMs) return [];
  const why = `the page would find all it gets too old; with FLEET_REQUEST_TIMEOUT_MS at ${timeoutMs} it may be at most ${mostMs}`;
  return [`FLEET_CACHE_TTL_MS is "${ttlMs}": ${why}`];
}

function toFault(issue: z.core.$ZodIssue, { values, files }: GivenSettings): string {
  const variable = String(issue.path[0]);
  const value = values[variable];
  if (value === undefined) return `${variable} is not set`;
  const shown = isSecret(variable) || holdsCredentials(value) ? '' : ` is ${JSON.stringify(value)}`;
  return `${variable}${shown}${placeOf(variable, files)}: ${issue.message}`;
}

function placeOf(variable: string, files: GivenSettings['files']): string {
  const file = files[variable];
  return file === undefined ? '' : ` in ${file}`;
}

function toConfig(env: Environment) {
  return {
    listen: {
      host: env.DASHBOARD_BIND_ADDR,
      port: env.DASHBOARD_PORT,
      allowedHosts: env.DASHBOARD_ALLOWED_HOSTS,
      basePath: env.DASHBOARD_BASE_PATH,
    },
    access: {
      tokens: env.DASHBOARD_AUTH_TOKEN_FILE?.tokens,
      isTrustedProxy: env.DASHBOARD_TRUST_PROXY.has,
    },
    database: {
      host: env.DB_HOST,
      port: env.DB_PORT,
      socketPath: env.DB_SOCKET,
      tls: {
        mode: env.DB_SSL_MODE,
        caFile: env.DB_SSL_CA,
        certFile: env.DB_SSL_CERT,
        keyFile: env.DB_SSL_KEY,
      },
      user: env.DB_USER,
      password: env.DB_PASSWORD,
      passwordFile: env.DB_PASSWORD_FILE,
      database: env.DB_NAME,
    },
    tablePrefix: env.FLEET_TABLE_PREFIX ?? null,
    thresholds: {
      bucket_total: env.BUCKET_TOTAL,
      heartbeat_grace_sec: env.BUCKET_HEARTBEAT_GRACE_SEC,
      recent_window_sec: env.FLEET_RECENT_WINDOW_SEC,
      heartbeat_late_sec: env.FLEET_HEARTBEAT_LATE_SEC,
      activity_grace_sec: env.FLEET_ACTIVITY_GRACE_SEC,
      delivery_overdue_sec: env.FLEET_DELIVERY_OVERDUE_SEC,
      delivery_retry_limit_sec: env.FLEET_DELIVERY_RETRY_LIMIT_SEC,
      session_idle_sec: env.FLEET_SESSION_IDLE_SEC,
    } satisfies Thresholds,
    cacheTtlMs: env.FLEET_CACHE_TTL_MS,
    watchIntervalMs: env.FLEET_WATCH_INTERVAL_SEC * 1000,
    stateDirectory: env.FLEET_STATE_DIR,
    requestTimeoutMs: env.FLEET_REQUEST_TIMEOUT_MS,
    display: {
      host_dashboard_url: env.HOST_DASHBOARD_URL,
      host_dashboard_home: env.HOST_DASHBOARD_HOME ?? null,
      environment: env.FLEET_ENVIRONMENT ?? null,
      expected_ownership: env.FLEET_EXPECTED_OWNERSHIP ?? null,
      insecure_no_auth:
        isOpenToNetwork(env.DASHBOARD_BIND_ADDR) && env.DASHBOARD_AUTH_TOKEN_FILE === undefined,
      request_timeout_ms: env.FLEET_REQUEST_TIMEOUT_MS,
    },
    runbookUrl: env.FLEET_RUNBOOK_URL ?? null,
    planFile: env.FLEET_PLAN_FILE ?? null,
    logLevel: env.LOG_LEVEL,
  };
}
