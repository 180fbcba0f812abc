import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jetmonTablesDdl } from 'fleet-lab/database/jetmon-tables';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { createPool } from 'mysql2/promise';
import { describe, inject, it } from 'vitest';
import { connectionsLimited, tableGone, tableLocked } from '../harness/make-fault.ts';
import { killReader, readerAccount } from '../harness/tables/reader-account.ts';
import { FAULT_LASTS_MS } from './endure-fault.ts';
import { type NamedFault, testFault, testFaultOfDatabase } from './test-fault.ts';

const PROCESSES = 'jetmon_process_health';

async function setPassword(database: LabDatabase, password: string): Promise<void> {
  await database.admin.query(`ALTER USER ${await readerAccount(database)} IDENTIFIED BY '${password}'`);
  await killReader(database);
}

async function change(database: LabDatabase, privilege: 'GRANT' | 'REVOKE'): Promise<void> {
  const name = database.name.replaceAll('_', '\\_');
  const [join, account] = [privilege === 'GRANT' ? 'TO' : 'FROM', await readerAccount(database)];
  await database.admin.query(`${privilege} SELECT ON \`${name}\`.* ${join} ${account}`);
  // What a connection may do in its database was settled when it was opened.
  await killReader(database);
}

/** The tables are shown once they are full: that they are empty for a moment would be true as well. */
async function recreate(database: LabDatabase): Promise<void> {
  await change(database, 'REVOKE');
  const { name } = database;
  const server = createPool({ ...inject('labServerAccess').admin, connectionLimit: 1, timezone: 'Z' });
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await server.query(`USE ${name}`);
  for (const statement of jetmonTablesDdl()) await server.query(statement);
  await loadState(server, dynamicHealthy.build().rows);
  await server.end();
  await change(database, 'GRANT');
}

const FAULTS: NamedFault[] = [
  {
    title: 'the password is another',
    failureClass: 'denied',
    // The longer it was denied, the longer it pauses between two log-ins.
    longestRecoveryMs: FAULT_LASTS_MS <= 4000 ? 6000 : 66_000,
    begin: ({ database }) => setPassword(database, 'another'),
    end: ({ database }) => setPassword(database, database.reader.password),
  },
  { title: 'one connection is granted (MAX_USER_CONNECTIONS 1)', ...connectionsLimited(1) },
  {
    title: 'the grant is revoked',
    failureClass: 'denied',
    begin: ({ database }) => change(database, 'REVOKE'),
    end: ({ database }) => change(database, 'GRANT'),
  },
  {
    title: 'the database is gone',
    failureClass: 'schema',
    begin: ({ database }) => database.admin.query(`DROP DATABASE ${database.name}`),
    end: ({ database }) => recreate(database),
  },
  { title: 'a table is gone', failureClass: 'schema', ...tableGone(PROCESSES) },
  { title: 'a table is locked', failureClass: 'timeout', ...tableLocked(PROCESSES) },
  {
    title: 'a column is gone',
    failureClass: 'schema',
    begin: ({ database }) => database.admin.query(`ALTER TABLE ${PROCESSES} RENAME COLUMN state TO gone`),
    end: ({ database }) => database.admin.query(`ALTER TABLE ${PROCESSES} RENAME COLUMN gone TO state`),
  },
  {
    title: 'a query is slow',
    failureClass: 'timeout',
    async begin({ database: { admin } }) {
      await admin.query(`RENAME TABLE ${PROCESSES} TO quick`);
      await admin.query(`CREATE VIEW ${PROCESSES} AS SELECT * FROM quick WHERE SLEEP(1) = 0`);
    },
    async end({ database: { admin } }) {
      await admin.query(`DROP VIEW ${PROCESSES}`);
      await admin.query(`RENAME TABLE quick TO ${PROCESSES}`);
    },
  },
];

describe.concurrent('with 50 clients, while', () => {
  it.for(FAULTS)('$title, each is answered in time and truly, and it heals by itself', (fault) =>
    testFaultOfDatabase(fault),
  );

  it('the password is changed and then its file, each is answered in time and truly, and it heals by itself', async () => {
    const database = await createTestDatabase();
    const directory = mkdtempSync(join(tmpdir(), 'fleet-password-'));
    const passwordFile = join(directory, 'password');
    writeFileSync(passwordFile, database.reader.password);
    await testFault(database, {
      title: 'the password is changed, and then its file (DB_PASSWORD_FILE)',
      failureClass: 'denied',
      settings: { DB_PASSWORD: '', DB_PASSWORD_FILE: passwordFile },
      begin: () => setPassword(database, 'another'),
      end: async () => writeFileSync(passwordFile, 'another'),
    }).finally(() => {
      rmSync(directory, { recursive: true });
      return database.drop();
    });
  });
});
