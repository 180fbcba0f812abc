import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import type { RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openQueryRunner, type QueryRunner } from '../testing/run-query.ts';
import { databaseClock } from './database-clock.ts';

let database: LabDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await createTestDatabase();
  runner = await openQueryRunner(database.reader);
});
afterAll(async () => {
  await runner.close();
  await database.drop();
});

/** The server's clock by another way: as seconds since 1970, which no time zone touches. */
async function unixMs(): Promise<number> {
  const [rows] = await database.admin.query<RowDataPacket[]>('SELECT UNIX_TIMESTAMP(NOW(6)) AS now');
  return Number(rows[0]?.now) * 1000;
}

it('the clock of the database is read in UTC, finer than a second', async () => {
  const before = await unixMs();
  const now = await runner.run(databaseClock());
  const after = await unixMs();
  expect(now).toBeGreaterThanOrEqual(before - 0.01);
  expect(now).toBeLessThanOrEqual(after + 0.01);
});
