import type { RowDataPacket } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { SCENARIOS } from '../scenarios/scenarios.ts';
import { databaseNowMs } from '../state/database-now.ts';
import { readState } from '../testing/read-state.ts';
import { useTestDatabase } from '../testing/use-test-database.ts';
import { loadScene } from './live-scene.ts';
import { seededRandom } from './seeded-random.ts';
import { countQueue } from './write-queue-moves.ts';

const TICKS = 12;

const database = useTestDatabase();

test.each(SCENARIOS)('$name keeps what makes its verdict while it moves', async (scenario) => {
  const { admin } = database();
  const live = await loadScene(admin, scenario, seededRandom(3));
  const before = await readState(admin, await databaseNowMs(admin));
  for (let tick = 0; tick < TICKS; tick++) await live.tick();
  const after = await readState(admin, await databaseNowMs(admin));

  const judged = (rows: typeof after) => ({
    processes: rows.jetmon_process_health.map((row) => [
      row.process_id,
      row.health_status,
      row.state,
      row.bucket_ownership,
      row.updated_at_age > 600,
    ]),
    owners: rows.jetmon_hosts.map((row) => [
      row.host_id,
      row.bucket_min,
      row.bucket_max,
      row.status,
      row.last_heartbeat_age > 600,
    ]),
    sites: rows.jetpack_monitor_sites,
    events: rows.jetmon_events.map(({ blog_id, state }) => [blog_id, state]),
  });
  expect(judged(after)).toEqual(judged(before));
  for (const table of ['jetmon_webhook_deliveries', 'jetmon_alert_deliveries']) {
    const { due, failed } = await countQueue(admin, table);
    expect(due > 0, `${table} due`).toBe(scenario.deliveries === 'piling-up');
    expect(failed > 0, `${table} failed`).toBe(scenario.deliveries === 'failing');
  }
});

test('a retry that would fall due is tried in vain and put off', async () => {
  const { admin } = database();
  const scenario = SCENARIOS.find(({ name }) => name === 'dynamic-healthy');
  if (!scenario) throw new Error('dynamic-healthy is a scenario');
  const live = await loadScene(admin, scenario, seededRandom(3));
  await admin.query("UPDATE jetmon_webhook_deliveries SET next_attempt_at = NOW() WHERE status = 'pending'");
  await live.tick();
  const [rows] = await admin.query<RowDataPacket[]>(
    "SELECT attempt, next_attempt_at > NOW() + INTERVAL 60 SECOND AS later FROM jetmon_webhook_deliveries WHERE status = 'pending'",
  );
  expect(rows.map((row) => ({ ...row }))).toEqual(Array(3).fill({ attempt: 2, later: 1 }));
});
