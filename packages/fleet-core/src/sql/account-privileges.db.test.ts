import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openQueryRunner } from '../testing/run-query.ts';
import { privilegesBeyondReading } from './account-privileges.ts';

let database: LabDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function beyondReading(): Promise<string[]> {
  const runner = await openQueryRunner(database.reader);
  return runner.run(privilegesBeyondReading()).finally(() => runner.close());
}

it('an account that may only read has no privilege beyond reading', async () => {
  expect(await beyondReading()).toEqual([]);
});

it('privileges to write are named, of the database and of a table', async () => {
  const [[row]] = await database.admin.query<never[]>('SELECT Host AS host FROM mysql.user WHERE User = ?', [
    database.reader.user,
  ]);
  const account = `'${database.reader.user}'@'${Object(row).host}'`;
  await database.admin.query(`GRANT INSERT, DELETE ON \`${database.name}\`.* TO ${account}`);
  await database.admin.query(`GRANT UPDATE ON \`${database.name}\`.jetmon_hosts TO ${account}`);
  expect(await beyondReading()).toEqual(['DELETE', 'INSERT', 'UPDATE']);
});
