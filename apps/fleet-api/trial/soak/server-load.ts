import { setTimeout as sleep } from 'node:timers/promises';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { RowDataPacket } from 'mysql2/promise';

/** What a database server has to do for its reader. */
export type ServerLoad = { readonly readerSessions: number; readonly statementsPerSec: number };

const MEASURED_MS = 5000;

/** Measures for five seconds, in which nothing else may use the servers. The API's sessions may be on any of them. */
export async function measureLoad(databases: readonly LabDatabase[], user: string): Promise<ServerLoad> {
  const before = await statements(databases);
  const sinceMs = performance.now();
  await sleep(MEASURED_MS);
  const after = await statements(databases);
  const seconds = (performance.now() - sinceMs) / 1000;
  const counts = await Promise.all(databases.map((database) => sessionsOf(database, user)));
  return {
    readerSessions: counts.reduce((sum, count) => sum + count, 0),
    // Those that ask for the counters are not the reader's.
    statementsPerSec: Math.max(0, (after - before - databases.length) / seconds),
  };
}

async function statements(databases: readonly LabDatabase[]): Promise<number> {
  const counts = await Promise.all(
    databases.map(async ({ admin }) => {
      const [rows] = await admin.query<RowDataPacket[]>("SHOW GLOBAL STATUS LIKE 'Questions'");
      return Number(rows[0]?.Value);
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function sessionsOf({ admin }: LabDatabase, user: string): Promise<number> {
  const [rows] = await admin.query<RowDataPacket[]>(
    'SELECT COUNT(*) AS sessions FROM information_schema.processlist WHERE user = ?',
    [user],
  );
  return Number(rows[0]?.sessions);
}
