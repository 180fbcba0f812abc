import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { JETPACK_MONITOR_TABLES } from 'fleet-lab/database/table-names';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countInPasses } from '../testing/count-in-passes.ts';
import { deliveryColumns, insertRow, processColumns } from '../testing/insert-row.ts';
import { NOW_MS } from '../testing/now.ts';
import { openQueryRunner, type QueryRunner } from '../testing/run-query.ts';
import { bucketOwners } from './bucket-owners.ts';
import { deliveryQueue } from './delivery-queue.ts';
import { indexedDrift } from './indexed-drift.ts';
import { processHealth } from './process-health.ts';
import { TABLE_NAMES } from './table-names.ts';

const NAMES = TABLE_NAMES.jetpack_monitor;

let database: LabDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await createTestDatabase({ tableNames: JETPACK_MONITOR_TABLES });
  runner = await openQueryRunner(database.reader);
});
afterAll(async () => {
  await runner.close();
  await database.drop();
});

it('every query reads the tables of a later database, whose names begin with jetpack_monitor_', async () => {
  const { admin } = database;
  await insertRow(admin, 'jetpack_monitor_process_health', processColumns('a'));
  await insertRow(admin, 'jetpack_monitor_hosts', { host_id: 'a', bucket_min: 0, bucket_max: 999 });
  const webhook = deliveryColumns('webhook', 'pending', { created_at: NOW_MS });
  await insertRow(admin, 'jetpack_monitor_webhook_deliveries', webhook);
  const alert = deliveryColumns('alert', 'failed', { last_attempt_at: NOW_MS });
  await insertRow(admin, 'jetpack_monitor_alert_deliveries', alert);
  await insertRow(admin, 'jetpack_monitor_sites', { blog_id: 7, monitor_active: 1, monitor_url: '' });
  await insertRow(admin, 'jetpack_monitor_events', {
    blog_id: 7,
    check_type: 'http',
    severity: 4,
    state: 'Down',
  });

  expect(await runner.run(processHealth(NAMES))).toMatchObject({ rows: [{ process_id: 'a:monitor' }] });
  expect(await runner.run(bucketOwners(NAMES))).toMatchObject({ rows: [{ host_id: 'a' }] });
  const since = NOW_MS - 900_000;
  expect(await runner.run(deliveryQueue(NAMES.webhook_deliveries, NOW_MS, since))).toMatchObject({
    due_now: 1,
  });
  expect(await runner.run(deliveryQueue(NAMES.alert_deliveries, NOW_MS, since))).toMatchObject({
    failed_since: 1,
  });
  const drift = { rule: 'pairs', count: 1 };
  expect(await countInPasses(runner, NAMES, 1000)).toEqual(drift);
  expect(await runner.run(indexedDrift(NAMES, 1000, true))).toEqual(drift);
});

it('a query for tables that are not there fails, and gives no empty answer', async () => {
  await expect(runner.run(processHealth(TABLE_NAMES.jetmon))).rejects.toThrow();
});

it('both sets of names are those of the databases', () => {
  const names = (set: Record<string, string>) => Object.values(set).sort();
  expect(names(NAMES)).toEqual(names({ ...JETPACK_MONITOR_TABLES }));
  expect(names(TABLE_NAMES.jetmon)).toEqual([
    'jetmon_alert_deliveries',
    'jetmon_events',
    'jetmon_hosts',
    'jetmon_process_health',
    'jetmon_webhook_deliveries',
    'jetpack_monitor_sites',
  ]);
});
