import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { openQueryRunner } from '../testing/run-query.ts';
import { privilegesBeyondReading } from './account-privileges.ts';

const database = useTestDatabase();

async function beyondReading(): Promise<string[]> {
  const runner = await openQueryRunner(database().reader);
  return runner.run(privilegesBeyondReading()).finally(() => runner.close());
}

it('an account that may only read has no privilege beyond reading', async () => {
  expect(await beyondReading()).toEqual([]);
});

it('privileges to write are named, of the database and of a table', async () => {
  const { admin, reader, name } = database();
  const [[row]] = await admin.query<never[]>('SELECT Host AS host FROM mysql.user WHERE User = ?', [
    reader.user,
  ]);
  const account = `'${reader.user}'@'${Object(row).host}'`;
  await admin.query(`GRANT INSERT, DELETE ON \`${name}\`.* TO ${account}`);
  await admin.query(`GRANT UPDATE ON \`${name}\`.jetmon_hosts TO ${account}`);
  expect(await beyondReading()).toEqual(['DELETE', 'INSERT', 'UPDATE']);
});
