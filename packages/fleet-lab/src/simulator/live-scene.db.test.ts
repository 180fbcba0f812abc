import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { RowDataPacket } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { dynamicHealthy } from '../scenarios/rollout/dynamic-healthy.ts';
import { SCENARIOS } from '../scenarios/scenarios.ts';
import { sitesUnchecked } from '../scenarios/sites/sites-unchecked.ts';
import { verifliersIncomplete } from '../scenarios/verifliers/verifliers-incomplete.ts';
import { databaseNowMs } from '../state/database-now.ts';
import { tablesOf } from '../state/tables-of.ts';
import { readState } from '../testing/read-state.ts';
import { useTestDatabase } from '../testing/use-test-database.ts';
import { loadScene } from './live-scene.ts';
import { seededRandom } from './seeded-random.ts';
import { countQueue } from './write-queue-moves.ts';

const TICKS = 12;

const database = useTestDatabase();
const later = useTestDatabase({ tableNames: TABLE_NAMES.jetpack_monitor });

test.each(SCENARIOS)('$name keeps what makes its verdict while it moves', async (scenario) => {
  const state = scenario.build();
  const tables = tablesOf(state);
  const { admin } = state.is_later ? later() : database();
  const live = await loadScene(admin, scenario, seededRandom(3));
  const before = await readState(admin, await databaseNowMs(admin), tables);
  for (let tick = 0; tick < TICKS; tick++) await live.tick();
  const after = await readState(admin, await databaseNowMs(admin), tables);

  const judged = (rows: typeof after) => ({
    processes: rows.jetmon_process_health.map((row) => [
      row.process_id,
      row.health_status,
      row.state,
      row.bucket_ownership,
      row.updated_at_age > 600,
      row.updated_at_age > 90,
    ]),
    owners: rows.jetmon_hosts.map((row) => [
      row.host_id,
      row.bucket_min,
      row.bucket_max,
      row.status,
      row.last_heartbeat_age > 600,
    ]),
    sites: rows.jetpack_monitor_sites.map(({ last_checked_age, ...site }) => [
      site,
      (last_checked_age ?? Number.POSITIVE_INFINITY) > 300,
    ]),
    events: rows.jetmon_events.map(({ blog_id, state }) => [blog_id, state]),
  });
  expect(judged(after)).toEqual(judged(before));
  for (const table of [tables.webhook_deliveries, tables.alert_deliveries]) {
    const { due, failed } = await countQueue(admin, table);
    expect(due > 0, `${table} due`).toBe(scenario.deliveries === 'piling-up');
    expect(failed > 0, `${table} failed`).toBe(scenario.deliveries === 'failing');
  }
});

test('agents that were seen lately are seen again and again, and no others', async () => {
  const { admin } = later();
  const unseen = async () => {
    const [rows] = await admin.query<RowDataPacket[]>(
      'SELECT agent_id FROM jetpack_monitor_veriflier_agents WHERE last_seen < NOW() - INTERVAL 60 SECOND',
    );
    return rows.map(({ agent_id }) => agent_id);
  };
  const live = await loadScene(admin, verifliersIncomplete, seededRandom(3));
  await admin.query('UPDATE jetpack_monitor_veriflier_agents SET last_seen = last_seen - INTERVAL 2 MINUTE');
  await live.tick();
  expect(await unseen()).toEqual(['us-east-1']);
});

test('a retry that would fall due is tried in vain and put off', async () => {
  const { admin } = database();
  const live = await loadScene(admin, dynamicHealthy, seededRandom(3));
  await admin.query("UPDATE jetmon_webhook_deliveries SET next_attempt_at = NOW() WHERE status = 'pending'");
  await live.tick();
  const [rows] = await admin.query<RowDataPacket[]>(
    "SELECT attempt, next_attempt_at > NOW() + INTERVAL 60 SECOND AS later FROM jetmon_webhook_deliveries WHERE status = 'pending'",
  );
  expect(rows.map((row) => ({ ...row }))).toEqual(Array(3).fill({ attempt: 2, later: 1 }));
});

test('a round of ticks checks every live site anew, and none that was left unchecked', async () => {
  const { admin } = database();
  const live = await loadScene(admin, sitesUnchecked, seededRandom(3));
  const before = await readState(admin, await databaseNowMs(admin));
  const startMs = await databaseNowMs(admin);
  for (let tick = 0; tick < 60; tick++) await live.tick();
  const { jetpack_monitor_sites: sites } = await readState(admin, startMs);
  const wasLive = before.jetpack_monitor_sites.map((site) => (site.last_checked_age ?? 0) < 300);
  expect(wasLive).toContain(false);
  expect(sites.map((site) => (site.last_checked_age ?? 0) <= 0)).toEqual(wasLive);
});

test('a process falls silent at once, or its row is deleted at its time and does not come back', async () => {
  const { admin } = database();
  const processId = 'jetmon-b:monitor';
  const rowOf = async () => {
    const { jetmon_process_health } = await readState(admin, await databaseNowMs(admin));
    return jetmon_process_health.find((row) => row.process_id === processId);
  };
  const silent = { processId, kind: 'falls-silent', afterSec: 5 } as const;
  const fallen = await loadScene(admin, { ...dynamicHealthy, incident: silent }, seededRandom(3));
  await admin.query('UPDATE jetmon_process_health SET updated_at = NOW() - INTERVAL 50 SECOND');
  for (let tick = 0; tick < TICKS; tick++) await fallen.tick();
  expect((await rowOf())?.updated_at_age).toBeGreaterThanOrEqual(50);

  const deleted = { processId, kind: 'row-deleted', afterSec: 5 } as const;
  const vanishing = await loadScene(admin, { ...dynamicHealthy, incident: deleted }, seededRandom(3));
  for (let tick = 1; tick < 5; tick++) await vanishing.tick();
  expect(await rowOf()).toBeDefined();
  for (let tick = 5; tick < 5 + TICKS; tick++) await vanishing.tick();
  expect(await rowOf()).toBeUndefined();
});
