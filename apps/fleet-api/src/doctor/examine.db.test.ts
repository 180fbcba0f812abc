import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { readerEnv } from 'fleet-lab/database/reader-env';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { beforeEach, expect, it } from 'vitest';
import { databaseForTest, proxyForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { withOwnServer } from '../../trial/harness/fixtures/with-own-server.ts';
import { readerAccount } from '../../trial/harness/reader-account.ts';
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
  const database = openDatabase({ ...result.config.database, statementTimeoutMs: 2000 });
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
  expect(report).toMatch(/^✓ replica: the database is no replica$/m);
  expect(report).toMatch(/^✓ account: fl_\w+ may do nothing but read$/m);
});

it('an account that may write is advised against', async () => {
  await lab.admin.query(`GRANT INSERT ON \`${lab.name}\`.* TO ${await readerAccount(lab)}`);
  expect(await examined()).toMatch(/^! account: fl_\w+ may do more than read: INSERT$/m);
});

it('an account that may open too few connections is told apart from a server that is full', async () => {
  await lab.admin.query(`ALTER USER ${await readerAccount(lab)} WITH MAX_USER_CONNECTIONS 2`);
  const report = await examined();
  expect(report.match(/^✓ .+: read in \d+ ms$/gm)).toHaveLength(6);
  expect(report).toMatch(
    /^! connections: a further one was refused.*\n {4}The account has reached its own limit: ALTER USER .* WITH MAX_USER_CONNECTIONS 4;$/m,
  );
});

it.each([
  [59_000, /^✓ clocks: (58|59|60) s apart$/m],
  [-120_000, /^! clocks: the database's is 1\d\d s ahead of this machine's$/m],
  [120_000, /^! clocks: the database's is 1\d\d s behind this machine's$/m],
])("with this machine's clock %i ms off", async (offMs, line) => {
  expect(await examined({}, Date.now() + offMs)).toMatch(line);
});
