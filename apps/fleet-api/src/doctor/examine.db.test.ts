import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { readerEnv } from 'fleet-lab/database/reader-env';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { beforeEach, expect, it } from 'vitest';
import { databaseForTest, proxyForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { withOwnServer } from '../../trial/harness/fixtures/with-own-server.ts';
import { readerAccount } from '../../trial/harness/tables/reader-account.ts';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { examine } from './examine.ts';
import { findingText } from './finding.ts';

let lab: LabDatabase;
beforeEach(async () => {
  lab = await databaseForTest(dynamicHealthy.build().rows);
});

/** What the doctor prints, for our account with other settings where told. */
async function examined(
  settings: Record<string, string> = {},
  ownNowMs = Date.now(),
  { reader } = lab,
): Promise<string> {
  const result = readConfig({ ...readerEnv(reader), ...settings });
  if (!result.ok) throw new Error(result.faults.join());
  const database = openDatabase({
    ...result.config.database,
    statementTimeoutMs: result.config.requestTimeoutMs,
  });
  const findings = await examine(database, result.config, ownNowMs).finally(() => database.close());
  return findings.map(findingText).join('');
}

it('on a healthy database every section is read, and only the index is advised', async () => {
  const report = await examined();
  expect(report.match(/^✓ .+: read in \d+ ms$/gm)).toHaveLength(6);
  expect(report).toMatch(/^✓ account: fl_\w+ may do nothing but read$/m);
  expect(report).not.toContain('✗');
  expect(report.match(/^! .*/gm)).toEqual([expect.stringContaining('index for drift: is not there')]);
  expect(report).toContain('ALTER TABLE jetpack_monitor_sites\n');
});

it('once the advised index is there, nothing is advised', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  const report = await examined();
  expect(report).toContain('✓ index for drift: is there');
  expect(report).not.toMatch(/^[!✗]/m);
});

it('a scan that needs more than half of its limit is told, with what makes it short', async () => {
  await lab.admin.query('RENAME TABLE jetpack_monitor_sites TO fast');
  // The one site that is left takes its time: as far from the limit as can be, of the statement and of the transaction.
  await lab.admin.query(
    'CREATE VIEW jetpack_monitor_sites AS SELECT * FROM fast WHERE jetpack_monitor_site_id <= 1 AND SLEEP(1.05) = 0',
  );
  const report = await examined({ FLEET_REQUEST_TIMEOUT_MS: '3000' });
  const told = /: read in \d+ ms, more than half of the 2000 ms that a statement may take/;
  const advised = report.match(/^! .*/gm)?.filter((line) => told.test(line));
  expect(advised?.map((line) => line.split(':')[0])).toEqual(['! projection drift', '! site activity']);
  expect(report).toContain('With the index for drift only the sites that can drift are read');
  expect(report).toContain(
    "Is Jetmon's own index of bucket_no, monitor_active and last_checked_at on jetpack_monitor_sites?",
  );
});

it('a table that is gone is a problem of its section alone', async () => {
  await lab.admin.query('RENAME TABLE jetmon_alert_deliveries TO gone');
  const report = await examined();
  expect(report.match(/^✗ .*/gm)).toEqual([
    expect.stringMatching(/^✗ alert deliveries: .*schema.*doesn't exist/),
  ]);
  expect(report).toContain('FLEET_TABLE_PREFIX');
});

it('a wrong password is one problem, told with its remedy and without the password', async () => {
  const report = await examined({ DB_PASSWORD: 'not-the-password' });
  expect(report).toMatch(/^✗ the database: .*denied.*\n {4}Check DB_USER/);
  expect(report).not.toContain('not-the-password');
});

it('a locked account is denied, in the words of the server', async () => {
  await lab.admin.query(`ALTER USER ${await readerAccount(lab)} ACCOUNT LOCK`);
  const report = await examined();
  expect(report).toMatch(/^✗ the database: .*denied \(.*account is locked\)\n {4}Check DB_USER/);
});

it('a column that is gone is told by its name, without the schema', async () => {
  await lab.admin.query('ALTER TABLE jetmon_process_health DROP COLUMN health_status');
  const report = await examined();
  expect(report).toMatch(
    /^✗ the database: database read failed: schema \(column health_status: [^{}[\]]*\)$/m,
  );
});

it('a server that does not answer in time is told in whole milliseconds', async () => {
  const proxy = await proxyForTest(lab.reader);
  await proxy.set({ kind: 'black-hole' });
  const settings = { ...readerEnv(proxy.reader), FLEET_REQUEST_TIMEOUT_MS: '700' };
  expect(await examined(settings)).toMatch(/^✗ the database: no answer from the database within \d+ ms$/m);
});

it('a server that is not there is one problem, told with its address', async () => {
  const report = await examined({ DB_PORT: '1' });
  expect(report).toMatch(/^✗ the database: .*unreachable.*\n {4}Does a server listen at 127\.0\.0\.1:1\?/);
});

it('a server whose zone is not UTC is named, and heartbeats that it has shifted', async () => {
  await withOwnServer(
    async (_, indian) => {
      await loadState(indian.admin, dynamicHealthy.build().rows);
      expect(await examined({}, Date.now(), indian)).toMatch(
        /^! server's zone: \+05:30, which is not UTC: 5h 30m ahead of UTC now\n {4}Jetmon writes its times in UTC/m,
      );
      const writer = await indian.admin.getConnection();
      await writer.query("SET time_zone = '+05:30'");
      await writer.query('UPDATE jetmon_process_health SET updated_at = UTC_TIMESTAMP()');
      writer.destroy();
      const report = await examined({}, Date.now(), indian);
      expect(report).toMatch(/^✗ server's zone: .* look like UTC that was read as \+05:30$/m);
      expect(report).toMatch(/^✓ clocks: \d+ s apart$/m);
    },
    ['--default-time-zone=+05:30'],
  );
});

it('an account that may ask is told whether it reads a replica, another that it cannot know', async () => {
  expect(await examined()).toMatch(/^✓ replica: .* is not known: the account may not ask$/m);
  await lab.admin.query(`GRANT SLAVE MONITOR ON *.* TO ${await readerAccount(lab)}`);
  const report = await examined();
  expect(report).toMatch(/^✓ replica: the database is no replica: what is read is the original$/m);
  expect(report).toMatch(/^✓ account: fl_\w+ may do nothing but read$/m);
});

it('an account that may write is advised against, with what to revoke', async () => {
  const account = await readerAccount(lab);
  await lab.admin.query(`GRANT INSERT ON \`${lab.name}\`.* TO ${account}`);
  const report = await examined();
  expect(report).toMatch(/^! account: fl_\w+ may do more than read: INSERT$/m);
  expect(report).toContain(`    REVOKE INSERT ON \`${lab.name}\`.* FROM ${account};\n`);
  await lab.admin.query(`REVOKE INSERT ON \`${lab.name}\`.* FROM ${account}`);
  expect(await examined()).toMatch(/^✓ account: /m);
});

it('an account that may not read a table is told what to grant', async () => {
  const account = await readerAccount(lab);
  await lab.admin.query(`REVOKE SELECT ON \`${lab.name.replaceAll('_', '\\_')}\`.* FROM ${account}`);
  for (const table of ['process_health', 'hosts', 'webhook_deliveries', 'events'])
    await lab.admin.query(`GRANT SELECT ON \`${lab.name}\`.jetmon_${table} TO ${account}`);
  const report = await examined();
  expect(report).toMatch(/^✗ alert deliveries: /m);
  expect(report).toMatch(/^✗ account: fl_\w+ may not read all: alert deliveries, /m);
  expect(report).toContain(`    GRANT SELECT ON \`${lab.name}\`.* TO ${account};\n`);
});

it('columns that an older database lacks are named, and no fault', async () => {
  await lab.admin.query('ALTER TABLE jetmon_process_health DROP COLUMN wpcom_queue_depth');
  expect(await examined()).toMatch(
    /^✓ columns: jetmon_process_health is without .*wpcom_queue_depth.*not known$/m,
  );
});

it('who can reach the dashboard is told, and that nothing leaves this machine', async () => {
  const report = await examined();
  expect(report).toMatch(
    /^✓ access: 127\.0\.0\.1:8080, which only this machine can reach; nobody is asked who they are$/m,
  );
  expect(report).toMatch(/^✓ TLS: (not in use, and nothing leaves this machine|TLSv1\.\d, \S+)$/m);
  expect(await examined({ DASHBOARD_BIND_ADDR: '::', DASHBOARD_INSECURE_NO_AUTH: '1' })).toMatch(
    /^! access: \[::\]:8080, which others can reach; nobody is asked who they are\n {4}Listen on 127/m,
  );
});

it('an account that may open too few connections is told apart from a server that is full', async () => {
  await lab.admin.query(`ALTER USER ${await readerAccount(lab)} WITH MAX_USER_CONNECTIONS 2`);
  const report = await examined();
  expect(report.match(/^✓ .+: read in \d+ ms$/gm)).toHaveLength(6);
  expect(report).toMatch(
    /^! connections: a further one was refused.*\n {4}The account has reached its own limit: ALTER USER .* WITH MAX_USER_CONNECTIONS 4;$/m,
  );
});

it('clocks that are less than a minute apart are well, and by how much is told', async () => {
  const sinceMs = Date.now();
  const [, apartSec] = /^✓ clocks: (\d+) s apart$/m.exec(await examined({}, sinceMs + 59_000)) ?? [];
  // The database's has gone on meanwhile.
  const tookSec = (Date.now() - sinceMs) / 1000;
  expect(Number(apartSec)).toBeLessThanOrEqual(60);
  expect(Number(apartSec)).toBeGreaterThanOrEqual(58 - tookSec);
});

it.each([
  [-120_000, /^! clocks: the database's is 1\d\d s ahead of this machine's$/m],
  [120_000, /^! clocks: the database's is 1\d\d s behind this machine's$/m],
])("with this machine's clock %i ms off", async (offMs, line) => {
  expect(await examined({}, Date.now() + offMs)).toMatch(line);
});
