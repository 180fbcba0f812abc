import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import type { AccountPrivileges } from '../../domain/account-privileges.ts';
import { openQueryRunner } from '../../testing/database/run-query.ts';
import { accountPrivileges } from './account-privileges.ts';

const database = useTestDatabase();

async function ofReader(): Promise<AccountPrivileges> {
  const runner = await openQueryRunner(database().reader);
  return runner.run(accountPrivileges()).finally(() => runner.close());
}

async function accountOfReader(): Promise<string> {
  const { admin, reader } = database();
  const [[row]] = await admin.query<never[]>('SELECT Host AS host FROM mysql.user WHERE User = ?', [
    reader.user,
  ]);
  return `'${reader.user}'@'${Object(row).host}'`;
}

it('an account that may only read has no privilege beyond reading', async () => {
  expect(await ofReader()).toEqual({ account: await accountOfReader(), beyond_reading: [] });
});

it('privileges to write are named with what they are for, the database or a table', async () => {
  const { admin, name } = database();
  const account = await accountOfReader();
  await admin.query(`GRANT INSERT, DELETE ON \`${name}\`.* TO ${account}`);
  await admin.query(`GRANT UPDATE ON \`${name}\`.jetmon_hosts TO ${account}`);
  expect(await ofReader()).toEqual({
    account,
    beyond_reading: [
      { privilege: 'DELETE', on: `\`${name}\`.*` },
      { privilege: 'INSERT', on: `\`${name}\`.*` },
      { privilege: 'UPDATE', on: `\`${name}\`.\`jetmon_hosts\`` },
    ],
  });
});
