import { accessSync, constants, statSync } from 'node:fs';
import { TABLE_PREFIXES } from 'fleet-core/contract/database-schema';
import { EXPECTED_OWNERSHIPS } from 'fleet-core/contract/fleet-snapshot';
import * as z from 'zod/mini';
import { TLS_MODES } from '../database/access.ts';
import { AllowedHosts } from './allowed-hosts.ts';
import { AuthTokenFile } from './auth-token-file.ts';
import { BasePath } from './base-path.ts';
import { BindAddress } from './bind-address.ts';
import { publishedAddress } from './published-address.ts';
import { FACTS } from './setting-facts.ts';
import { NO_PROXIES, TrustedProxies } from './trusted-proxies.ts';

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
const text = () => z.string().check(z.minLength(1, 'must not be empty'));
const name = text();

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

/** Every setting, by its environment variable, with what it means; empty counts as not set. */
export const Environment = z.object({
  JETMON_CONFIG: z.optional(name).register(FACTS, {
    meaning:
      'the JSON file that Jetmon itself is configured with: its `DB_…`, `BUCKET_…` and `DASHBOARD_…` keys count where the variable is not set, all its other keys are ignored',
  }),
  DB_USER: text().register(FACTS, { meaning: 'the account; required' }),
  DB_NAME: text().register(FACTS, { meaning: 'the database; required' }),
  DB_PASSWORD: z._default(z.string(), '').register(FACTS, { meaning: 'its password', absent: 'empty' }),
  DB_PASSWORD_FILE: z.optional(readableFile).register(FACTS, {
    meaning:
      'a file that holds the password, in place of `DB_PASSWORD`; the end of its last line is not part of it. Read anew when the server denies us, and on SIGHUP',
  }),
  DB_HOST: z._default(name, '127.0.0.1').register(FACTS, { meaning: 'where the database server is' }),
  DB_PORT: z._default(port, 3306).register(FACTS, { meaning: 'its port' }),
  DB_SOCKET: z
    .optional(name)
    .register(FACTS, { meaning: 'a unix socket in place of `DB_HOST` and `DB_PORT`' }),
  DB_SSL_MODE: z
    ._default(z.enum(TLS_MODES), 'preferred')
    .register(FACTS, { meaning: 'how much of TLS the way to the database must have: see [TLS](#tls)' }),
  DB_SSL_CA: z.optional(readableFile).register(FACTS, {
    meaning:
      "who must have signed the server's certificate, as a PEM file; asked in every mode but `disabled`",
    absent: "Node's own",
  }),
  DB_SSL_CERT: z
    .optional(readableFile)
    .register(FACTS, { meaning: 'our own certificate, a PEM file, for accounts that must show one' }),
  DB_SSL_KEY: z.optional(readableFile).register(FACTS, { meaning: 'the key of `DB_SSL_CERT`, a PEM file' }),
  DASHBOARD_PORT: z._default(port, 8080).register(FACTS, { meaning: 'port of the dashboard' }),
  DASHBOARD_BIND_ADDR: z
    ._default(BindAddress, '127.0.0.1')
    .register(FACTS, { meaning: 'address it listens on' }),
  DASHBOARD_ALLOWED_HOSTS: z._default(AllowedHosts, []).register(FACTS, {
    meaning:
      'further names that it goes by, with commas between them: see [under which name](#under-which-name)',
  }),
  DASHBOARD_BASE_PATH: z._default(BasePath, '').register(FACTS, {
    meaning:
      'what stands before every path behind a proxy, such as `/jetmon`: see [behind a proxy](#behind-a-proxy)',
  }),
  DASHBOARD_AUTH_TOKEN_FILE: z.optional(AuthTokenFile).register(FACTS, {
    meaning: 'a file of [tokens](#tokens), one of which everybody must show. Read anew on SIGHUP',
  }),
  DASHBOARD_TRUST_PROXY: z._default(TrustedProxies, NO_PROXIES).register(FACTS, {
    meaning:
      'addresses or networks of proxies whose headers are believed, with commas between them: see [behind a proxy](#behind-a-proxy)',
  }),
  DASHBOARD_INSECURE_NO_AUTH: z._default(z.enum(['0', '1']), '0').register(FACTS, {
    meaning:
      '1 lets it listen elsewhere than on loopback with nobody asked: see [who reaches it](#who-reaches-it)',
  }),
  BUCKET_TOTAL: z._default(wholeNumber(0, 65_536), 1000).register(FACTS, {
    meaning:
      "number of buckets in the fleet; must be Jetmon's own. 0 makes coverage and drift amber: they cannot be checked",
  }),
  BUCKET_HEARTBEAT_GRACE_SEC: z
    ._default(wholeNumber(1, 86_400), 600)
    .register(FACTS, { meaning: 'a heartbeat older than this is stale' }),
  FLEET_TABLE_PREFIX: z.optional(z.enum(TABLE_PREFIXES)).register(FACTS, {
    meaning:
      '`jetmon` or `jetpack_monitor`: which tables are read, whichever others are there. Without it [the database is asked](#the-database)',
    absent: 'found',
  }),
  FLEET_CACHE_TTL_MS: z._default(wholeNumber(0, 60_000), 5000).register(FACTS, {
    meaning:
      'how long one snapshot serves all clients; 0 reads anew for every request, still one read at a time. At most 34 s less twice what `FLEET_REQUEST_TIMEOUT_MS` has above its default: else the page, which takes nothing older than 30 s for the present, would show NO DATA while all is well',
  }),
  FLEET_WATCH_INTERVAL_SEC: z._default(watchInterval, 30).register(FACTS, {
    meaning:
      'after so long without a read the fleet is read although nobody asks; 5 to 300, or 0: only when asked, and then hours without a page open are not watched. Three intervals without a look (at least 45 s) count as not watched; with 0, three times `FLEET_CACHE_TTL_MS`',
  }),
  FLEET_STATE_DIR: z.optional(stateDirectory).register(FACTS, {
    meaning:
      'a directory in which what was seen outlives a restart: see [the state directory](#the-state-directory). Without it all of that is kept in memory',
  }),
  FLEET_RECENT_WINDOW_SEC: z
    ._default(wholeNumber(1, 86_400), 900)
    .register(FACTS, { meaning: 'how far back delivered, failed and abandoned deliveries count' }),
  FLEET_HEARTBEAT_LATE_SEC: z._default(wholeNumber(15, 86_400), 90).register(FACTS, {
    meaning:
      'a heartbeat older than this, and not yet stale, is late; one that stands still for this long while watched is frozen',
  }),
  FLEET_ACTIVITY_GRACE_SEC: z._default(wholeNumber(60, 604_800), 900).register(FACTS, {
    meaning:
      'a bucket of an active owner whose newest check is older than this is unchecked; twice its shortest check interval counts where that is longer',
  }),
  FLEET_DELIVERY_OVERDUE_SEC: z
    ._default(wholeNumber(60, 2_592_000), 28_800)
    .register(FACTS, { meaning: 'a delivery pending for longer than this is overdue' }),
  FLEET_DELIVERY_RETRY_LIMIT_SEC: z
    ._default(wholeNumber(60, 2_592_000), 21_600)
    .register(FACTS, { meaning: 'a next attempt planned further ahead than this is overdue' }),
  FLEET_SESSION_IDLE_SEC: z._default(wholeNumber(60, 604_800), 3600).register(FACTS, {
    meaning:
      "an open session of Jetmon's API whose range is not active, and that had no job for longer than this, has stalled",
  }),
  FLEET_RUNBOOK_URL: z
    .optional(publishedAddress('code').check(z.includes('{code}', 'has no {code} to fill in')))
    .register(FACTS, {
      meaning: 'your own page on a cause, with `{code}` to fill in; each cause then carries its address',
    }),
  FLEET_REQUEST_TIMEOUT_MS: z._default(wholeNumber(200, 60_000), 3000).register(FACTS, {
    meaning:
      'an answer, or a 503, comes within this time; the page, once it has been told, waits a second longer',
  }),
  HOST_DASHBOARD_URL: z._default(publishedAddress('host', 'port'), 'http://{host}:{port}/').register(FACTS, {
    meaning: "address of a process's own dashboard, with its host and dashboard port filled in",
  }),
  HOST_DASHBOARD_HOME: z.optional(publishedAddress()).register(FACTS, {
    meaning:
      "where the header's link to the host dashboards leads. Whoever sees the page sees this address, and those of `HOST_DASHBOARD_URL` and `FLEET_RUNBOOK_URL`: one with a user or a password is refused",
  }),
  FLEET_ENVIRONMENT: z
    .optional(z.string().check(z.maxLength(40, 'is longer than 40 characters')))
    .register(FACTS, { meaning: 'a label for the page, such as `production`; at most 40 characters' }),
  FLEET_EXPECTED_OWNERSHIP: z.optional(z.enum(EXPECTED_OWNERSHIPS)).register(FACTS, {
    meaning:
      '`pinned`, `api_controlled` or `dynamic`: what is planned now. Pinned or API-controlled ownership is then as planned, or the other kind is the issue `plan_mismatch`; `summary.status` stays. The short form of a plan that has only a `stage`',
  }),
  FLEET_PLAN_FILE: z
    .optional(name)
    .register(FACTS, { meaning: 'a JSON file that says what is planned: see [the plan](#the-plan)' }),
  LOG_LEVEL: z._default(z.enum(['debug', 'info', 'warn', 'error', 'silent']), 'info').register(FACTS, {
    meaning: '`debug`, `info`, `warn`, `error` or `silent`; the log is JSON lines on standard output',
  }),
});
export type Environment = z.infer<typeof Environment>;
