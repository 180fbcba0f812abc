import { accessSync, constants, statSync } from 'node:fs';
import { EXPECTED_OWNERSHIPS } from 'fleet-core/contract/fleet-snapshot';
import { TABLE_NAMES } from 'fleet-core/sql/table-names';
import * as z from 'zod/mini';
import { TLS_MODES } from './database/access.ts';
import { AllowedHosts } from './settings/allowed-hosts.ts';
import { BindAddress, isOpenToNetwork } from './settings/bind-address.ts';
import { longestCacheTtlMs } from './settings/cache-ttl.ts';
import { holdsCredentials, publishedAddress } from './settings/published-address.ts';
import { unknownVariables } from './settings/unknown-variables.ts';

// Without its words every fault would be an "Invalid input".
z.config(z.locales.en());

const wholeNumber = (least: number, most: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.regex(/^-?\d+$/, 'is no whole number')),
      z.transform((text) => Number(text)),
    ),
    z.number().check(z.gte(least), z.lte(most)),
  );
const port = wholeNumber(1, 65_535);
const name = z.string().check(z.minLength(1, 'must not be empty'));

const readableFile = name.check(z.refine(isReadable, 'cannot be read'));

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** A socket has its place in it, and the names of sockets are short. */
const MOST_DIRECTORY_BYTES = 90;
const stateDirectory = name.check(
  z.refine(isDirectory, 'is no directory'),
  z.refine(
    (path) => Buffer.byteLength(path) <= MOST_DIRECTORY_BYTES,
    `is longer than ${MOST_DIRECTORY_BYTES} bytes`,
  ),
);

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const LEAST_INTERVAL_SEC = 5;
const watchInterval = wholeNumber(0, 300).check(
  z.refine((sec) => sec <= 0 || sec >= LEAST_INTERVAL_SEC, `is neither 0 nor at least ${LEAST_INTERVAL_SEC}`),
);

/** Every setting, by its environment variable; empty counts as not set. */
const Environment = z.object({
  DASHBOARD_PORT: z._default(port, 8080),
  DASHBOARD_BIND_ADDR: z._default(BindAddress, '127.0.0.1'),
  DASHBOARD_ALLOWED_HOSTS: z._default(AllowedHosts, []),
  DASHBOARD_INSECURE_NO_AUTH: z._default(z.enum(['0', '1']), '0'),
  BUCKET_TOTAL: z._default(wholeNumber(0, 65_536), 1000),
  BUCKET_HEARTBEAT_GRACE_SEC: z._default(wholeNumber(1, 86_400), 600),
  DB_HOST: z._default(name, '127.0.0.1'),
  DB_PORT: z._default(port, 3306),
  DB_SOCKET: z.optional(name),
  DB_SSL_MODE: z._default(z.enum(TLS_MODES), 'preferred'),
  DB_SSL_CA: z.optional(readableFile),
  DB_SSL_CERT: z.optional(readableFile),
  DB_SSL_KEY: z.optional(readableFile),
  DB_USER: name,
  DB_PASSWORD: z._default(z.string(), ''),
  DB_PASSWORD_FILE: z.optional(readableFile),
  DB_NAME: name,
  FLEET_TABLE_PREFIX: z._default(z.enum(['jetmon', 'jetpack_monitor']), 'jetmon'),
  FLEET_CACHE_TTL_MS: z._default(wholeNumber(0, 60_000), 5000),
  FLEET_WATCH_INTERVAL_SEC: z._default(watchInterval, 30),
  FLEET_STATE_DIR: z.optional(stateDirectory),
  FLEET_RECENT_WINDOW_SEC: z._default(wholeNumber(1, 86_400), 900),
  FLEET_HEARTBEAT_LATE_SEC: z._default(wholeNumber(15, 86_400), 90),
  FLEET_ACTIVITY_GRACE_SEC: z._default(wholeNumber(60, 604_800), 900),
  FLEET_DELIVERY_OVERDUE_SEC: z._default(wholeNumber(60, 2_592_000), 28_800),
  FLEET_DELIVERY_RETRY_LIMIT_SEC: z._default(wholeNumber(60, 2_592_000), 21_600),
  FLEET_RUNBOOK_URL: z.optional(
    publishedAddress('code').check(z.includes('{code}', 'has no {code} to fill in')),
  ),
  FLEET_REQUEST_TIMEOUT_MS: z._default(wholeNumber(200, 60_000), 3000),
  HOST_DASHBOARD_URL: z._default(publishedAddress('host', 'port'), 'http://{host}:{port}/'),
  HOST_DASHBOARD_HOME: z.optional(publishedAddress()),
  FLEET_ENVIRONMENT: z.optional(z.string().check(z.maxLength(40, 'is longer than 40 characters'))),
  FLEET_EXPECTED_OWNERSHIP: z.optional(z.enum(EXPECTED_OWNERSHIPS)),
  FLEET_PLAN_FILE: z.optional(name),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
});

/** What settings must fit together; looked at once each of them is right by itself. */
const Settings = Environment.check(
  fits('DB_PASSWORD_FILE', 'and DB_PASSWORD exclude each other', (env) => {
    return env.DB_PASSWORD_FILE === undefined || env.DB_PASSWORD === '';
  }),
  fits('DB_SSL_CERT', 'goes with DB_SSL_KEY, and neither without the other', (env) => {
    return (env.DB_SSL_CERT === undefined) === (env.DB_SSL_KEY === undefined);
  }),
  fits('DB_SSL_MODE', 'uses neither DB_SSL_CA nor DB_SSL_CERT: set another mode', (env) => {
    return env.DB_SSL_MODE !== 'disabled' || (env.DB_SSL_CA ?? env.DB_SSL_CERT) === undefined;
  }),
  fits('DB_SSL_MODE', 'has no name to verify on DB_SOCKET', (env) => {
    return env.DB_SSL_MODE !== 'verify_identity' || env.DB_SOCKET === undefined;
  }),
);

function fits(
  variable: keyof typeof Environment.shape,
  error: string,
  isFit: (env: z.infer<typeof Environment>) => boolean,
) {
  return z.refine<z.infer<typeof Environment>>(isFit, { path: [variable], error });
}

export type Config = ReturnType<typeof toConfig>;

/** The settings, or one line for each that is missing or wrong. A warning is a line about what may have been meant otherwise. */
export type ConfigResult = { ok: true; config: Config; warnings: string[] } | { ok: false; faults: string[] };

/** Reads all settings from the environment. Values of secrets are never repeated in a fault. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  const warnings = unknownVariables(Object.keys(given), Object.keys(Environment.shape));
  const faults = parsed.success
    ? cacheFaults(parsed.data)
    : parsed.error.issues.map((issue) => toFault(issue, given));
  faults.push(...accessFaults(given));
  return parsed.success && faults.length === 0
    ? { ok: true, config: toConfig(parsed.data), warnings }
    : { ok: false, faults: [...faults, ...warnings] };
}

/** There is no login: who can reach the dashboard sees the fleet, and that must be wanted. */
function accessFaults({ DASHBOARD_BIND_ADDR, DASHBOARD_INSECURE_NO_AUTH }: Given): string[] {
  const address = BindAddress.safeParse(DASHBOARD_BIND_ADDR);
  if (!address.success || !isOpenToNetwork(address.data) || DASHBOARD_INSECURE_NO_AUTH === '1') return [];
  const remedy = 'listen on 127.0.0.1 behind a proxy or a tunnel, or set DASHBOARD_INSECURE_NO_AUTH=1';
  const told = JSON.stringify(address.data);
  return [
    `DASHBOARD_BIND_ADDR is ${told}: others can reach it there, and nobody is asked who they are: ${remedy}`,
  ];
}

function cacheFaults(env: z.infer<typeof Environment>): string[] {
  const { FLEET_CACHE_TTL_MS: ttlMs, FLEET_REQUEST_TIMEOUT_MS: timeoutMs } = env;
  const mostMs = longestCacheTtlMs(timeoutMs);
  if (ttlMs <= mostMs) return [];
  const why = `the page would find all it gets too old; with FLEET_REQUEST_TIMEOUT_MS at ${timeoutMs} it may be at most ${mostMs}`;
  return [`FLEET_CACHE_TTL_MS is "${ttlMs}": ${why}`];
}

type Given = Record<string, string | undefined>;

function toFault(issue: z.core.$ZodIssue, given: Given): string {
  const variable = String(issue.path[0]);
  const value = given[variable];
  if (value === undefined) return `${variable} is not set`;
  const isSecret = variable === 'DB_PASSWORD' || holdsCredentials(value);
  const shown = isSecret ? '' : ` is ${JSON.stringify(value)}`;
  return `${variable}${shown}: ${issue.message}`;
}

function toConfig(env: z.infer<typeof Environment>) {
  return {
    listen: {
      host: env.DASHBOARD_BIND_ADDR,
      port: env.DASHBOARD_PORT,
      allowedHosts: env.DASHBOARD_ALLOWED_HOSTS,
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
    tables: TABLE_NAMES[env.FLEET_TABLE_PREFIX],
    thresholds: {
      bucket_total: env.BUCKET_TOTAL,
      heartbeat_grace_sec: env.BUCKET_HEARTBEAT_GRACE_SEC,
      recent_window_sec: env.FLEET_RECENT_WINDOW_SEC,
      heartbeat_late_sec: env.FLEET_HEARTBEAT_LATE_SEC,
      activity_grace_sec: env.FLEET_ACTIVITY_GRACE_SEC,
      delivery_overdue_sec: env.FLEET_DELIVERY_OVERDUE_SEC,
      delivery_retry_limit_sec: env.FLEET_DELIVERY_RETRY_LIMIT_SEC,
    },
    cacheTtlMs: env.FLEET_CACHE_TTL_MS,
    watchIntervalMs: env.FLEET_WATCH_INTERVAL_SEC * 1000,
    stateDirectory: env.FLEET_STATE_DIR,
    requestTimeoutMs: env.FLEET_REQUEST_TIMEOUT_MS,
    display: {
      host_dashboard_url: env.HOST_DASHBOARD_URL,
      host_dashboard_home: env.HOST_DASHBOARD_HOME ?? null,
      environment: env.FLEET_ENVIRONMENT ?? null,
      expected_ownership: env.FLEET_EXPECTED_OWNERSHIP ?? null,
      insecure_no_auth: isOpenToNetwork(env.DASHBOARD_BIND_ADDR),
      request_timeout_ms: env.FLEET_REQUEST_TIMEOUT_MS,
    },
    runbookUrl: env.FLEET_RUNBOOK_URL ?? null,
    planFile: env.FLEET_PLAN_FILE ?? null,
    logLevel: env.LOG_LEVEL,
  };
}
