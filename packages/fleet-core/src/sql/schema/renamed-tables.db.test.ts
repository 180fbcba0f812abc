import { expect, it } from 'vitest';
import { countInPasses } from '../../testing/database/count-in-passes.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { deliveryColumns, processColumns } from '../../testing/states/required-columns.ts';
import { bucketOwnerQueries } from '../bucket-owners.ts';
import { deliveryQueue } from '../delivery-queue.ts';
import { indexedDrift } from '../drift/indexed-drift.ts';
import { processHealth } from '../process-health.ts';
import { TABLE_NAMES } from './table-names.ts';

const NAMES = TABLE_NAMES.jetpack_monitor;

const { insert, run } = useQueriedDatabase({ tableNames: NAMES });

it('every query reads the tables of a later database, whose names begin with jetpack_monitor_', async () => {
  await insert('jetpack_monitor_process_health', processColumns('a'));
  await insert('jetpack_monitor_hosts', { host_id: 'a', bucket_min: 0, bucket_max: 999 });
  const webhook = deliveryColumns('webhook', 'pending', { created_at: NOW_MS });
  await insert('jetpack_monitor_webhook_deliveries', webhook);
  const alert = deliveryColumns('alert', 'failed', { last_attempt_at: NOW_MS });
  await insert('jetpack_monitor_alert_deliveries', alert);
  await insert('jetpack_monitor_sites', { blog_id: 7, monitor_active: 1, monitor_url: '' });
  await insert('jetpack_monitor_events', {
    blog_id: 7,
    check_type: 'http',
    severity: 4,
    state: 'Down',
  });

  expect(await run(processHealth(NAMES))).toMatchObject({
    rows: [{ reported: { process_id: 'a:monitor' } }],
  });
  expect(await run(bucketOwnerQueries(NAMES).alone)).toMatchObject({ rows: [{ host_id: 'a' }] });
  const since = NOW_MS - 900_000;
  expect(await run(deliveryQueue(NAMES.webhook_deliveries, NOW_MS, since))).toMatchObject({
    due_now: 1,
  });
  expect(await run(deliveryQueue(NAMES.alert_deliveries, NOW_MS, since))).toMatchObject({
    failed_since: 1,
  });
  const drift = { rule: 'pairs', count: 1 };
  expect(await countInPasses({ run }, NAMES, 1000)).toEqual(drift);
  expect(await run(indexedDrift(NAMES, 1000, true))).toEqual(drift);
});

it('a query for tables that are not there fails, and gives no empty answer', async () => {
  await expect(run(processHealth(TABLE_NAMES.jetmon))).rejects.toThrow();
});

it('both sets of names are those of the databases', () => {
  const named = Object.values(TABLE_NAMES.jetmon).filter((name) => name !== null);
  expect(named.sort()).toEqual([
    'jetmon_alert_deliveries',
    'jetmon_events',
    'jetmon_hosts',
    'jetmon_process_health',
    'jetmon_webhook_deliveries',
    'jetpack_monitor_sites',
  ]);
  expect(Object.values(NAMES).sort()).toEqual([
    'jetpack_monitor_alert_deliveries',
    'jetpack_monitor_events',
    'jetpack_monitor_hosts',
    'jetpack_monitor_process_health',
    'jetpack_monitor_rollout_bucket_locks',
    'jetpack_monitor_rollout_jobs',
    'jetpack_monitor_rollout_range_locks',
    'jetpack_monitor_rollout_sessions',
    'jetpack_monitor_site_runtime',
    'jetpack_monitor_sites',
    'jetpack_monitor_veriflier_agents',
    'jetpack_monitor_veriflier_vantages',
    'jetpack_monitor_webhook_deliveries',
  ]);
});
