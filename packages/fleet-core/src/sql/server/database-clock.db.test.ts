import type { RowDataPacket } from 'mysql2/promise';
import { expect, it } from 'vitest';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { databaseClock } from './database-clock.ts';

const { database, run } = useQueriedDatabase();

/** The server's clock by another way: as seconds since 1970, which no time zone touches. */
async function unixMs(): Promise<number> {
  const [rows] = await database().admin.query<RowDataPacket[]>('SELECT UNIX_TIMESTAMP(NOW(6)) AS now');
  return Number(rows[0]?.now) * 1000;
}

it('the clock of the database is read in UTC, finer than a second', async () => {
  const before = await unixMs();
  const now = await run(databaseClock());
  const after = await unixMs();
  expect(now).toBeGreaterThanOrEqual(before - 0.01);
  expect(now).toBeLessThanOrEqual(after + 0.01);
});
