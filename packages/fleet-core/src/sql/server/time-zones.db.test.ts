import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { insertRows } from 'fleet-lab/state/insert-rows';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { toUtcDateTime } from '../../domain/instant.ts';
import { openQueryRunner } from '../../testing/database/run-query.ts';
import { deliveryColumns, processColumns } from '../../testing/states/required-columns.ts';
import { bucketOwnerQueries } from '../bucket-owners.ts';
import { deliveryQueue } from '../delivery-queue.ts';
import { processHealth } from '../process-health.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { databaseClock } from './database-clock.ts';

/** Times that local clocks in Europe skip (March) or show twice (October), and their neighbours. */
const INSTANTS = [
  Date.UTC(2026, 2, 29, 0, 59, 59),
  Date.UTC(2026, 2, 29, 1, 0, 0),
  Date.UTC(2026, 2, 29, 1, 30),
  Date.UTC(2026, 2, 29, 2, 30),
  Date.UTC(2026, 9, 25, 0, 30),
  Date.UTC(2026, 9, 25, 1, 30),
  Date.UTC(2026, 9, 25, 2, 30),
];

let ownServer: LabServer;
let utc: LabDatabase;
let kolkata: LabDatabase;
beforeAll(async () => {
  ownServer = await startLabServer({ databaseUrl: '', serverArguments: ['--default-time-zone=+05:30'] });
  utc = await createTestDatabase();
  kolkata = await ownServer.createDatabase();
  await Promise.all([fill(utc), fill(kolkata)]);
}, 60_000);
afterAll(async () => {
  await utc.drop();
  await ownServer.stop();
});

const originalZone = process.env.TZ;
afterEach(() => {
  if (originalZone === undefined) delete process.env.TZ;
  else process.env.TZ = originalZone;
});

async function fill({ admin }: LabDatabase): Promise<void> {
  for (const [i, ms] of INSTANTS.entries()) {
    const at = toUtcDateTime(ms);
    const times = { started_at: at, updated_at: at, created_at: at };
    await insertRows(admin, 'jetmon_process_health', [{ ...processColumns(`host-${i}`), ...times }]);
    const owner = { host_id: `host-${i}`, bucket_min: i, bucket_max: i, last_heartbeat: at };
    await insertRows(admin, 'jetmon_hosts', [owner]);
    const row = deliveryColumns('webhook', 'pending', { created_at: ms, next_attempt_at: ms });
    await insertRows(admin, 'jetmon_webhook_deliveries', [row]);
  }
}

/** All times that the queries give, in the order of the instants. */
async function readTimes(database: LabDatabase) {
  const runner = await openQueryRunner(database.reader);
  const found = await runner.run(processHealth(TABLE_NAMES.jetmon));
  const processes = found.rows.map(({ reported, ...row }) => ({ host_id: reported.host_id, ...row }));
  const { rows: owners } = await runner.run(bucketOwnerQueries(TABLE_NAMES.jetmon).alone);
  const due: number[] = [];
  for (const ms of INSTANTS) {
    // Due are those whose next attempt is not after this instant.
    const queue = await runner.run(deliveryQueue('jetmon_webhook_deliveries', ms, ms));
    due.push(queue.due_now, (queue.oldest_due_ms ?? 0) - (queue.oldest_pending_ms ?? 0));
  }
  await runner.close();
  const byHost = <T extends { host_id: string }>(rows: readonly T[]) =>
    rows.toSorted((a, b) => (a.host_id < b.host_id ? -1 : 1));
  return {
    started: byHost(processes).map((row) => row.started_at_ms),
    updated: byHost(processes).map((row) => row.updated_at_ms),
    created: byHost(processes).map((row) => row.created_at_ms),
    heartbeats: byHost(owners).map((row) => row.last_heartbeat_ms),
    due,
  };
}

const EXACT = {
  started: INSTANTS,
  updated: INSTANTS,
  created: INSTANTS,
  heartbeats: INSTANTS,
  due: INSTANTS.flatMap((_, i) => [i + 1, 0]),
};

/** Minutes that the local clock of this process is behind UTC in January. */
function localOffset(): number {
  return new Date(2026, 0, 1).getTimezoneOffset();
}

describe.each([
  ['UTC', 0],
  ['Europe/Berlin', -60],
  ['Asia/Kolkata', -330],
  ['America/New_York', 300],
])('with this process in %s', (zone, offset) => {
  it('times are exact from a server in UTC', async () => {
    process.env.TZ = zone;
    expect(localOffset()).toBe(offset);
    expect(await readTimes(utc)).toEqual(EXACT);
  });

  it('times are exact from a server at +05:30', async () => {
    process.env.TZ = zone;
    expect(localOffset()).toBe(offset);
    expect(await readTimes(kolkata)).toEqual(EXACT);
  });

  it('the clock of a server at +05:30 is that of the same server in seconds since 1970', async () => {
    process.env.TZ = zone;
    const runner = await openQueryRunner(kolkata.reader);
    const inSeconds = async () => {
      const sql = 'SELECT UNIX_TIMESTAMP(NOW(6)) AS now';
      const [rows] = await kolkata.admin.query<RowDataPacket[]>(sql);
      return Number(rows[0]?.now) * 1000;
    };
    const beforeMs = await inSeconds();
    const nowMs = await runner.run(databaseClock());
    const afterMs = await inSeconds();
    await runner.close();
    expect(nowMs).toBeGreaterThanOrEqual(Math.floor(beforeMs));
    expect(nowMs).toBeLessThanOrEqual(Math.ceil(afterMs));
  });
});

it('the second server does run at +05:30', async () => {
  const [rows] = await kolkata.admin.query<RowDataPacket[]>('SELECT @@global.time_zone AS zone');
  expect(rows[0]?.zone).toBe('+05:30');
});
