import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { RowDataPacket } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { useTestDatabase } from '../testing/use-test-database.ts';
import type { FleetStateRows } from './fleet-state.ts';
import { seedExample } from './labelled-states.ts';
import { loadState } from './load-state.ts';

const TABLES = TABLE_NAMES.jetpack_monitor;
const NOW_MS = Date.parse('2026-04-30T14:00:00Z');
const NONE: FleetStateRows = {
  jetmon_process_health: [],
  jetmon_hosts: [],
  jetmon_webhook_deliveries: [],
  jetmon_alert_deliveries: [],
  jetpack_monitor_sites: [],
  jetmon_events: [],
};

const later = useTestDatabase({ tableNames: TABLES });
const first = useTestDatabase();

const load = (rows: Partial<FleetStateRows>) =>
  loadState(later().admin, { ...NONE, ...rows }, { tableNames: TABLES, nowMs: NOW_MS });

async function read(sql: string): Promise<unknown[]> {
  const [rows] = await later().admin.query<RowDataPacket[]>({ sql, dateStrings: true });
  return rows.map((row) => ({ ...row }));
}

test('a later database says in site_runtime when a site was checked; one that is left open has no row there', async () => {
  const site = { bucket_no: 3, monitor_active: 1, site_status: 1 } as const;
  await load({
    jetpack_monitor_sites: [
      { ...site, blog_id: 7, last_checked_age: 60 },
      { ...site, blog_id: 7, last_checked_age: null },
      { ...site, blog_id: 8 },
      { ...site, blog_id: 9, jetpack_monitor_site_id: 90, last_checked_age: 0 },
    ],
  });
  expect(
    await read(`SELECT source_site_id, blog_id, last_checked_at FROM ${TABLES.site_runtime} ORDER BY 1`),
  ).toEqual([
    { source_site_id: 1, blog_id: 7, last_checked_at: '2026-04-30 13:59:00' },
    { source_site_id: 2, blog_id: 7, last_checked_at: null },
    { source_site_id: 90, blog_id: 9, last_checked_at: '2026-04-30 14:00:00' },
  ]);
  expect(await read(`SELECT jetpack_monitor_site_id AS id FROM ${TABLES.sites} ORDER BY 1`)).toEqual([
    { id: 1 },
    { id: 2 },
    { id: 3 },
    { id: 90 },
  ]);
});

test('locks of a range are a row for each of its buckets', async () => {
  const lock = { run_id: 'r1', owner_host: 'a', status: 'active', activated_age: 60 };
  await load({
    jetpack_monitor_rollout_range_locks: [
      { ...lock, id: 5, bucket_min: 0, bucket_max: 2, change_ref: 'CR-1', released_age: null },
    ],
    jetpack_monitor_rollout_bucket_locks: [{ ...lock, bucket_min: 0, bucket_max: 2, range_lock_id: 5 }],
  });
  expect(await read(`SELECT bucket_no, activated_at FROM ${TABLES.bucket_locks} ORDER BY 1`)).toEqual(
    [0, 1, 2].map((bucket_no) => ({ bucket_no, activated_at: '2026-04-30 13:59:00' })),
  );
  expect(await read(`SELECT id, released_at FROM ${TABLES.range_locks}`)).toEqual([
    { id: 5, released_at: null },
  ]);
});

test('sessions, jobs, vantages, agents and later columns of a process are stored as they are given', async () => {
  const written = { created_age: 60, updated_age: 30 };
  const range = { bucket_min: 0, bucket_max: 2 };
  const endpoint = { endpoint_host: 'v1.example', endpoint_port: '7803' };
  const [process] = seedExample().rows.jetmon_process_health;
  if (process === undefined) throw new Error('the example has processes');
  await load({
    jetmon_process_health: [{ ...process, runtime_goroutines_created: 5_000_000_000 }],
    jetpack_monitor_rollout_sessions: [
      { ...range, ...written, run_id: 'r1', owner_host: 'a', change_ref: '', operator: 'o', status: 'open' },
    ],
    jetpack_monitor_rollout_jobs: [
      {
        ...written,
        job_id: 'j1',
        run_id: 'r1',
        operation: 'activate',
        status: 'failed',
        progress: 40,
        summary: '',
        error_code: 'e',
        error_message: 'not reachable',
      },
    ],
    jetpack_monitor_veriflier_vantages: [
      {
        ...endpoint,
        vantage_id: 'v',
        region: 'eu',
        provider: 'p',
        auth_token: 't',
        enabled: 1,
        updated_age: 9,
      },
    ],
    jetpack_monitor_veriflier_agents: [
      {
        ...endpoint,
        agent_id: 'g',
        vantage_id: 'v',
        hostname: 'h',
        version: '1',
        protocols: ['http'],
        max_concurrency: 8,
        queue_capacity: 16,
        queue_depth: 1,
        active: 2,
        in_flight: 2,
        status: 'active',
        last_seen_age: 5,
      },
    ],
  });
  expect(await read(`SELECT runtime_goroutines_created AS n FROM ${TABLES.process_health}`)).toEqual([
    { n: 5_000_000_000 },
  ]);
  expect(await read(`SELECT run_id, created_at FROM ${TABLES.rollout_sessions}`)).toEqual([
    { run_id: 'r1', created_at: '2026-04-30 13:59:00' },
  ]);
  expect(await read(`SELECT job_id, progress, updated_at FROM ${TABLES.rollout_jobs}`)).toEqual([
    { job_id: 'j1', progress: 40, updated_at: '2026-04-30 13:59:30' },
  ]);
  expect(await read(`SELECT vantage_id, enabled FROM ${TABLES.veriflier_vantages}`)).toEqual([
    { vantage_id: 'v', enabled: 1 },
  ]);
  expect(
    await read(
      `SELECT agent_id, JSON_VALUE(protocols, '$[0]') AS protocol, last_seen FROM ${TABLES.veriflier_agents}`,
    ),
  ).toEqual([{ agent_id: 'g', protocol: 'http', last_seen: '2026-04-30 13:59:55' }]);
});

test('every labelled row can be loaded in a database of either age, and later rows in none of the first', async () => {
  await load(seedExample().rows);
  const rows = { ...NONE, jetpack_monitor_rollout_sessions: [] };
  await loadState(first().admin, rows);
  const job = { job_id: 'j', run_id: 'r', operation: 'o', status: 'failed', progress: 0, summary: '' };
  const jobs = [{ ...job, error_code: '', error_message: '', created_age: 0, updated_age: 0 }];
  await expect(loadState(first().admin, { ...NONE, jetpack_monitor_rollout_jobs: jobs })).rejects.toThrow(
    'rows of a table that the database does not have',
  );
});
