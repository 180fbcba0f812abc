import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOW_MS } from '../testing/now.ts';
import { privilegesBeyondReading } from './account-privileges.ts';
import { bucketOwners } from './bucket-owners.ts';
import { databaseClock } from './database-clock.ts';
import { deliveryQueue } from './delivery-queue.ts';
import { hasDriftIndex } from './drift/drift-index.ts';
import { indexedDrift } from './drift/indexed-drift.ts';
import { driftRule, indexedDriftGroups, indexedDriftSamples } from './drift/indexed-drift-detail.ts';
import { listedDriftGroups, listedDriftSamples } from './drift/listed-drift.ts';
import { openHttpEvents } from './drift/open-http-events.ts';
import { siteIds } from './drift/site-ids.ts';
import { siteStatuses } from './drift/site-statuses.ts';
import { hasColumn } from './has-column.ts';
import { oldestChecks } from './oldest-checks.ts';
import { processHealth } from './process-health.ts';
import type { Query } from './query.ts';
import { replicaLag } from './replica-lag.ts';
import { serverZone } from './server-zone.ts';
import { newestChecks } from './site-checks.ts';
import { TABLE_NAMES } from './table-names.ts';

const PASS = {
  lists: [
    {
      expected_statuses: [2],
      blog_ids: ['7'],
      sites: [{ site_id: '3', blog_id: '7' }],
      open_events: 'one',
      expected_status: 2,
    },
  ],
  after_blog_id: '1',
  up_to_blog_id: '9',
} as const;

/** Every query there is, by its file, and by which of them where it has more. */
const QUERIES: Record<string, Query<unknown>> = {
  'account-privileges.ts': privilegesBeyondReading(),
  'bucket-owners.ts': bucketOwners(TABLE_NAMES.jetmon),
  'database-clock.ts': databaseClock(),
  'delivery-queue.ts': deliveryQueue(TABLE_NAMES.jetmon.webhook_deliveries, NOW_MS, NOW_MS),
  'drift/drift-index.ts': hasDriftIndex(TABLE_NAMES.jetmon),
  'has-column.ts': hasColumn(TABLE_NAMES.jetmon.events, 'endpoint_id'),
  'drift/indexed-drift.ts': indexedDrift(TABLE_NAMES.jetmon, 1000, true),
  'drift/indexed-drift-detail.ts': indexedDriftGroups(TABLE_NAMES.jetmon, 1000, 'pairs'),
  'drift/indexed-drift-detail.ts (by sites)': indexedDriftGroups(TABLE_NAMES.jetmon, 1000, 'sites'),
  'drift/indexed-drift-detail.ts (rule)': driftRule(TABLE_NAMES.jetmon, true),
  'drift/indexed-drift-detail.ts (samples)': indexedDriftSamples(TABLE_NAMES.jetmon, 1000, 'sites', [7]),
  'drift/listed-drift.ts': listedDriftGroups(TABLE_NAMES.jetmon, 1000, PASS),
  'drift/listed-drift.ts (samples)': listedDriftSamples(TABLE_NAMES.jetmon, 1000, PASS, [7]),
  'drift/open-http-events.ts': openHttpEvents(TABLE_NAMES.jetmon, true),
  'oldest-checks.ts': oldestChecks(TABLE_NAMES.jetmon, { min: 0, max: 99 }),
  'process-health.ts': processHealth(TABLE_NAMES.jetmon),
  'replica-lag.ts': replicaLag(),
  'server-zone.ts': serverZone(),
  'site-checks.ts': newestChecks(TABLE_NAMES.jetmon),
  'drift/site-ids.ts': siteIds(TABLE_NAMES.jetmon),
  'drift/site-statuses.ts': siteStatuses(TABLE_NAMES.jetmon, 1000, PASS),
  'drift/site-statuses.ts (range)': siteStatuses(TABLE_NAMES.jetmon, 1000, PASS, 0, {
    after_id: '1',
    up_to_id: '9',
  }),
};
const NO_QUERY = [
  'dependency-health.ts',
  'drift/drift-candidates.ts',
  'drift/drift-listing.ts',
  'drift/drift-samples.ts',
  'drift/drift-terms.ts',
  'drift/listed-sites.ts',
  'oldest-unscheduled.ts',
  'operator-sql.ts',
  'query.ts',
  'readable-rows.ts',
  'rows-in-turns.ts',
  'table-names.ts',
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
const FOR_ONE_SERVER = /\/\*M?!\d{5,6} ([A-Z ]+)\*\//g;

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
