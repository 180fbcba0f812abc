import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../../harness/fixtures/for-one-test.ts';

const TABLES = ['process_health', 'hosts', 'webhook_deliveries', 'alert_deliveries', 'events'];

it('tables that are renamed while the dashboard runs are read on by their new names, without a failed answer', async () => {
  const database = await databaseForTest(dynamicHealthy.build().rows);
  const api = await apiForTest(database.reader);
  const before = await fetchSnapshot(api);
  expect(before).toMatchObject({
    decision: { code: 'advance' },
    settings: { schema: { table_prefix: 'jetmon', other_tables: null } },
  });

  const renames = TABLES.map((table) => `jetmon_${table} TO jetpack_monitor_${table}`);
  await database.admin.query(`RENAME TABLE ${renames.join(', ')}`);
  const after = await fetchSnapshot(api);
  expect(after).toMatchObject({
    decision: { code: 'advance' },
    settings: { schema: { table_prefix: 'jetpack_monitor', later_tables: [], checks_in: ['sites'] } },
  });
  expect(after.sources.filter(({ ok }) => !ok)).toEqual([]);

  const codes = await (await fetch(`${api.url}/api/fleet/codes`)).text();
  expect(codes).toContain('FROM jetpack_monitor_process_health');
  expect(codes).not.toMatch(/FROM jetmon_/);
});

it('a database with no table of processes is told as such, and never as well', async () => {
  const database = await databaseForTest();
  await database.admin.query('DROP TABLE jetmon_process_health');
  const api = await apiForTest(database.reader);
  expect((await fetch(`${api.url}/api/fleet`)).status).toBe(503);
  const said = JSON.stringify(api.logged);
  expect(said).toContain('jetmon_process_health');
  expect(said).toContain('jetpack_monitor_process_health');
});
