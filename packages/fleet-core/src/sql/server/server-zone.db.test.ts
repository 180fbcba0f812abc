import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openQueryRunner, type QueryRunner } from '../../testing/database/run-query.ts';
import { serverZone } from './server-zone.ts';

let server: LabServer;
let lab: LabDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  server = await startLabServer({ databaseUrl: '' });
  lab = await server.createDatabase();
  runner = await openQueryRunner(lab.reader);
}, 60_000);
afterAll(async () => {
  await runner.close();
  await server.stop();
});

it.each([
  ['+00:00', 0, true],
  ['+05:30', 19_800, false],
  ['-08:00', -28_800, false],
])('a server at %s is %i s from UTC', async (name, offset_sec, is_utc) => {
  await lab.admin.query(`SET GLOBAL time_zone = '${name}'`);
  expect(await runner.run(serverZone())).toEqual({ name, offset_sec, is_utc });
});

it('a server in the zone of its machine names both', async () => {
  await lab.admin.query("SET GLOBAL time_zone = 'SYSTEM'");
  expect((await runner.run(serverZone())).name).toMatch(/^SYSTEM \(\w+\)$/);
});
