import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../testing/make/now.ts';
import { bucketOwnerQueries } from './bucket-owners.ts';
import { deliveryQueue } from './delivery-queue.ts';
import { indexedDrift } from './drift/indexed-drift.ts';
import { driftRule, indexedDriftGroups, indexedDriftSamples } from './drift/indexed-drift-detail.ts';
import { listedDriftGroups, listedDriftSamples } from './drift/listed-drift.ts';
import { locatedHttpEvents, openHttpEvents } from './drift/open-http-events.ts';
import { siteIds } from './drift/site-ids.ts';
import { siteStatuses } from './drift/site-statuses.ts';
import { statusesBesideEvents } from './drift/statuses-beside-events.ts';
import { processHealth } from './process-health.ts';
import type { Query } from './query.ts';
import { latestJobs } from './rollout/latest-jobs.ts';
import { openSessions } from './rollout/open-sessions.ts';
import { rolloutLocks } from './rollout/rollout-locks.ts';
import { foundSchema } from './schema/found-schema.ts';
import { missingColumns } from './schema/missing-columns.ts';
import { newestHeartbeats } from './schema/newest-heartbeats.ts';
import { TABLE_NAMES } from './schema/table-names.ts';
import { accountPrivileges } from './server/account-privileges.ts';
import { databaseClock } from './server/database-clock.ts';
import { replicaLag } from './server/replica-lag.ts';
import { serverZone } from './server/server-zone.ts';
import { sessionEncryption } from './server/session-encryption.ts';
import { oldestChecks } from './sites/oldest-checks.ts';
import { newestRuntimeChecks, newestRuntimeChecksOf } from './sites/runtime-checks.ts';
import { newestChecks } from './sites/site-checks.ts';
import { veriflierAgents } from './verifliers/veriflier-agents.ts';
import { veriflierVantages } from './verifliers/veriflier-vantages.ts';

const PASS = {
  lists: [
    {
      expected_statuses: [2],
      blog_ids: ['7'],
      site_ids: ['3'],
      open_events: 'one',
      expected_status: 2,
    },
  ],
  range: { after_id: '1', up_to_id: '9' },
  after_blog_id: '1',
  up_to_blog_id: '9',
} as const;

/** Every query there is, by its file, and by which of them where it has more. */
const QUERIES: Record<string, Query<unknown>> = {
  'server/account-privileges.ts': accountPrivileges(),
  'bucket-owners.ts': bucketOwnerQueries(TABLE_NAMES.jetmon).alone,
  'bucket-owners.ts (with the clock)': bucketOwnerQueries(TABLE_NAMES.jetmon).withClock,
  'server/database-clock.ts': databaseClock(),
  'delivery-queue.ts': deliveryQueue(TABLE_NAMES.jetmon.webhook_deliveries, NOW_MS, NOW_MS),
  'schema/found-schema.ts': foundSchema(),
  'schema/missing-columns.ts': missingColumns('jetmon_process_health'),
  'schema/newest-heartbeats.ts': newestHeartbeats(),
  'drift/indexed-drift.ts': indexedDrift(TABLE_NAMES.jetmon, 1000, true),
  'drift/indexed-drift-detail.ts': indexedDriftGroups(TABLE_NAMES.jetmon, 1000, 'pairs'),
  'drift/indexed-drift-detail.ts (by sites)': indexedDriftGroups(TABLE_NAMES.jetmon, 1000, 'sites'),
  'drift/indexed-drift-detail.ts (rule)': driftRule(TABLE_NAMES.jetmon, true),
  'drift/indexed-drift-detail.ts (samples)': indexedDriftSamples(TABLE_NAMES.jetmon, 1000, 'sites', [7]),
  'drift/listed-drift.ts': listedDriftGroups(TABLE_NAMES.jetmon, 1000, PASS),
  'drift/listed-drift.ts (samples)': listedDriftSamples(TABLE_NAMES.jetmon, 1000, PASS, [7]),
  'drift/open-http-events.ts': openHttpEvents(TABLE_NAMES.jetmon, true, PASS.range),
  'drift/open-http-events.ts (located)': locatedHttpEvents(TABLE_NAMES.jetmon, true),
  'sites/runtime-checks.ts': newestRuntimeChecks(TABLE_NAMES.jetpack_monitor),
  'sites/runtime-checks.ts (of buckets)': newestRuntimeChecksOf(TABLE_NAMES.jetpack_monitor, [7]),
  'sites/oldest-checks.ts (by site_runtime)': oldestChecks(
    TABLE_NAMES.jetpack_monitor,
    { min: 0, max: 99 },
    true,
  ),
  'sites/oldest-checks.ts': oldestChecks(TABLE_NAMES.jetmon, { min: 0, max: 99 }),
  'process-health.ts': processHealth(TABLE_NAMES.jetmon),
  'rollout/latest-jobs.ts': latestJobs('jetpack_monitor_rollout_jobs'),
  'rollout/open-sessions.ts': openSessions('jetpack_monitor_rollout_sessions'),
  'rollout/rollout-locks.ts': rolloutLocks(
    'jetpack_monitor_rollout_range_locks',
    'jetpack_monitor_rollout_bucket_locks',
  ),
  'rollout/rollout-locks.ts (ranges alone)': rolloutLocks('jetpack_monitor_rollout_range_locks', null),
  'server/replica-lag.ts': replicaLag(),
  'server/session-encryption.ts': sessionEncryption(),
  'server/server-zone.ts': serverZone(),
  'sites/site-checks.ts': newestChecks(TABLE_NAMES.jetmon),
  'verifliers/veriflier-vantages.ts': veriflierVantages(TABLE_NAMES.jetpack_monitor.veriflier_vantages),
  'verifliers/veriflier-agents.ts': veriflierAgents(TABLE_NAMES.jetpack_monitor.veriflier_agents),
  'drift/site-ids.ts': siteIds(TABLE_NAMES.jetmon),
  'drift/site-statuses.ts': siteStatuses(TABLE_NAMES.jetmon, 1000, PASS),
  'drift/statuses-beside-events.ts': statusesBesideEvents(TABLE_NAMES.jetmon, 1000, PASS, true),
};
const NO_QUERY = [
  'column-decoder.ts',
  'dependency-health.ts',
  'drift/drift-candidates.ts',
  'drift/drift-index.ts',
  'drift/drift-listing.ts',
  'drift/drift-samples.ts',
  'drift/drift-terms.ts',
  'drift/listed-sites.ts',
  'known-rows.ts',
  'sites/checked-sites.ts',
  'sites/newest-check.ts',
  'sites/oldest-unscheduled.ts',
  'operator/operator-sql.ts',
  'query.ts',
  'readable-rows.ts',
  'rows-in-turns.ts',
  'schema/table-names.ts',
  'zero-date.ts',
];

const WRITES =
  /\b(insert|update|delete|replace|merge|truncate|drop|alter|create|rename|grant|revoke|set|call|do|handler|load|lock|unlock|kill|flush|into|outfile|for\s+share)\b/i;

it('every file here that is no query is known as such', () => {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const queried = new Set(Object.keys(QUERIES).map((name) => name.replace(/ \(.*/, '')));
  expect(files.sort()).toEqual([...queried, ...NO_QUERY].sort());
});

/** What is for one kind of server alone, in plain words. */
const FOR_ONE_SERVER = /\/\*M?!\d{5,6} ([^*]+)\*\//g;

describe.each(Object.entries(QUERIES))('the query of %s', (_, { sql, params }) => {
  const asRun = sql.replaceAll(FOR_ONE_SERVER, '$1');

  it('only selects or shows: it writes, locks and sets nothing', () => {
    expect(asRun).toMatch(/^(SELECT|SHOW)\s/);
    expect(asRun).not.toMatch(WRITES);
  });

  it('is a single statement without comments', () => {
    expect(asRun).not.toMatch(/;|--|#|\/\*/);
  });

  it('has a parameter for every question mark', () => {
    expect(sql.split('?')).toHaveLength(params.length + 1);
  });
});
