import type { LabDatabase } from 'fleet-lab/database/lab-database';
import type { LabServer } from 'fleet-lab/database/lab-server';
import type { FleetState } from 'fleet-lab/state/fleet-state';
import { loadState } from 'fleet-lab/state/load-state';
import type { RowDataPacket } from 'mysql2/promise';
import { readerAccount } from './reader-account.ts';

/** Makes on another server what a database is on its own: under the same name, with these rows, for the same reader. */
export async function createTwin(
  original: LabDatabase,
  server: LabServer,
  rows: FleetState['rows'],
): Promise<LabDatabase> {
  const twin = await server.createDatabase();
  await loadState(twin.admin, rows);
  const { user, password, database } = original.reader;
  const account = `'${user}'@${(await readerAccount(original)).split('@')[1]}`;
  await twin.admin.query(`CREATE DATABASE ${database}`);
  const [tables] = await twin.admin.query<RowDataPacket[]>('SHOW TABLES');
  for (const name of tables.flatMap((row) => Object.values(row).map(String)))
    await twin.admin.query(`RENAME TABLE ${twin.name}.${name} TO ${database}.${name}`);
  await twin.admin.query(`CREATE USER ${account} IDENTIFIED BY '${password}'`);
  await twin.admin.query(`GRANT SELECT ON ${database}.* TO ${account}`);
  return twin;
}
