import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ReplicaLag } from '../../domain/replica-lag.ts';
import { openQueryRunner, type QueryRunner } from '../../testing/database/run-query.ts';
import { replicaLag } from './replica-lag.ts';

let servers: LabServer[];
let replica: LabDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  const server = (id: number) =>
    startLabServer({ databaseUrl: '', serverArguments: [`--server-id=${id}`, '--log-bin=binlog'] });
  servers = await Promise.all([server(1), server(2)]);
  replica = await databaseOn(1);
  const { user } = replica.reader;
  await replica.admin.query(`GRANT SLAVE MONITOR ON *.* TO '${user}'@'127.0.0.1'`);
  runner = await openQueryRunner(replica.reader);
}, 60_000);
afterAll(async () => {
  await runner.close();
  await Promise.all(servers.map((server) => server.stop()));
});

function databaseOn(place: number): Promise<LabDatabase> {
  const server = servers[place];
  if (server === undefined) throw new Error('there are two servers');
  return server.createDatabase();
}

const lag = (): Promise<ReplicaLag> => runner.run(replicaLag());

it('a server that follows no other has no lag', async () => {
  expect(await lag()).toEqual({ kind: 'none' });
});

it('a replica that is behind says by how much, one that stands still that it does', async () => {
  const primary = await databaseOn(0);
  await primary.admin.query("CREATE USER 'follower'@'127.0.0.1' IDENTIFIED BY 'follows'");
  await primary.admin.query("GRANT REPLICATION SLAVE ON *.* TO 'follower'@'127.0.0.1'");
  const [rows] = await primary.admin.query('SHOW MASTER STATUS');
  const { File, Position } = Object(Array.isArray(rows) ? rows[0] : undefined);
  const place = `MASTER_HOST='127.0.0.1', MASTER_PORT=${primary.reader.port}, MASTER_LOG_FILE='${File}', MASTER_LOG_POS=${Position}`;
  await replica.admin.query(`CHANGE MASTER TO ${place}, MASTER_USER='follower', MASTER_PASSWORD='follows'`);
  expect(await lag()).toEqual({ kind: 'stopped' });

  await replica.admin.query('START SLAVE');
  await primary.admin.query('CREATE DATABASE late');
  await primary.admin.query('CREATE TABLE late.row (id INT)');
  const follows = (isThere: (lagSec: number) => boolean) =>
    vi.waitFor(
      async () => {
        const found = await lag();
        expect(found.kind === 'known' && isThere(found.lag_sec)).toBe(true);
      },
      { timeout: 20_000, interval: 100 },
    );
  const locker = await replica.admin.getConnection();
  await vi.waitFor(() => locker.query('LOCK TABLES late.row WRITE'), { timeout: 20_000, interval: 100 });
  await primary.admin.query('INSERT INTO late.row VALUES (1)');
  await follows((lagSec) => lagSec >= 2);
  locker.destroy();
  await follows((lagSec) => lagSec === 0);
  await replica.admin.query('STOP SLAVE');
  expect(await lag()).toEqual({ kind: 'stopped' });
  await replica.admin.query('RESET SLAVE ALL');
});

it('an account without the privilege is denied', async () => {
  const other = await databaseOn(1);
  const unprivileged = await openQueryRunner(other.reader);
  await expect(unprivileged.run(replicaLag())).rejects.toMatchObject({ errno: 1227 });
  await unprivileged.close();
});
