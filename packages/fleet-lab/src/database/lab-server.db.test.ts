import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../testing/create-test-database.ts';
import { useTestDatabase } from '../testing/use-test-database.ts';
import { externalAccess, startLabServer } from './lab-server.ts';

const database = useTestDatabase();

test('a reader may read its database by TCP and change nothing in it', async () => {
  const reader = await createConnection(database().reader);
  await reader.query('SELECT * FROM jetmon_hosts');
  await expect(reader.query('DELETE FROM jetmon_hosts')).rejects.toMatchObject({
    code: 'ER_TABLEACCESS_DENIED_ERROR',
  });
  await reader.end();
});

test("a reader does not see another run's database", async () => {
  const other = await createTestDatabase();
  const reader = await createConnection(database().reader);
  const [rows] = await reader.query<RowDataPacket[]>('SHOW DATABASES');
  expect(rows.map((row) => row.Database)).toEqual(expect.arrayContaining([database().name]));
  expect(rows.map((row) => row.Database)).not.toContain(other.name);
  await reader.end();
  await other.drop();
});

test('an existing server is left as it was: databases and readers are gone after stop()', async () => {
  const user = `boss_${process.pid}`;
  await database().admin.query(`CREATE USER '${user}'@'%' IDENTIFIED BY 'p@ss'`);
  await database().admin.query(`GRANT ALL ON *.* TO '${user}'@'%' WITH GRANT OPTION`);
  const { host, port } = database().reader;
  const server = await startLabServer({ databaseUrl: `mysql://${user}:p%40ss@${host}:${port}` });
  expect(server.privateServer).toBeNull();
  const created = await server.createDatabase();
  const early = await server.createDatabase();
  const reader = await createConnection(created.reader);
  await reader.query('SELECT * FROM jetmon_events');
  await reader.end();
  await early.drop();
  await server.stop();
  const [databases] = await database().admin.query<RowDataPacket[]>('SHOW DATABASES LIKE ?', [created.name]);
  expect(databases).toEqual([]);
  const [users] = await database().admin.query<RowDataPacket[]>(
    'SELECT User FROM mysql.user WHERE User = ?',
    [created.reader.user],
  );
  expect(users).toEqual([]);
  await database().admin.query(`DROP USER '${user}'@'%'`);
});

test('a database URL that is no MySQL URL is refused with an example of one', () => {
  for (const url of ['localhost:3306', 'postgres://u@h/', 'mysql://'])
    expect(() => externalAccess(url)).toThrow('mysql://user:password@host:3306');
});
