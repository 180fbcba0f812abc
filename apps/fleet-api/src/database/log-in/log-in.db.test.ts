import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type FaultProxy, startFaultProxy } from '../../../trial/harness/network/fault-proxy.ts';
import { killReader, readerAccount } from '../../../trial/harness/tables/reader-account.ts';
import { type Database, openDatabase } from '../database.ts';

const directory = mkdtempSync(join(tmpdir(), 'fleet-log-in-'));
afterAll(() => rmSync(directory, { recursive: true }));
const passwordFile = join(directory, 'password');

/** Its global variables are ours: no other test shares it. */
let server: LabServer;
let lab: LabDatabase;
beforeAll(async () => {
  server = await startLabServer({ databaseUrl: '' });
  lab = await server.createDatabase();
}, 60_000);
afterAll(() => server.stop());

let proxy: FaultProxy;
let database: Database;
beforeEach(async () => {
  // Pauses between log-ins go by both clocks.
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  await setOnServer(`IDENTIFIED BY 'first'`);
  writeFileSync(passwordFile, 'first\n');
  proxy = await startFaultProxy(lab.reader);
  database = openDatabase({ ...proxy.reader, passwordFile, statementTimeoutMs: 2000 });
});
afterEach(async () => {
  vi.useRealTimers();
  database.close();
  await proxy.close();
  await setOnServer(`IDENTIFIED BY 'first' PASSWORD EXPIRE NEVER ACCOUNT UNLOCK`);
});

async function setOnServer(how: string): Promise<void> {
  await lab.admin.query(`ALTER USER ${await readerAccount(lab)} ${how}`);
}

/** `read`, or the class of the failure. */
function outcome(): Promise<string> {
  const read = database.read({ sql: 'SELECT 1', params: [], read: () => 'read' }, 5000);
  return read.catch((error) => String(error.failureClass));
}

/** Ends the sessions there are, so that the next read has to log in. */
async function logOut(): Promise<void> {
  await killReader(lab);
}

function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms);
}

describe('a password that changes', () => {
  it('in the file first: the old one is used for as long as the server takes it, then the new one', async () => {
    expect(await outcome()).toBe('read');
    writeFileSync(passwordFile, 'second');
    await logOut();
    expect(await outcome()).toBe('read');
    await setOnServer(`IDENTIFIED BY 'second'`);
    await logOut();
    expect(await outcome()).toBe('read');
  });

  it('on the server first: log-ins pause, and go on at once when the file follows', async () => {
    expect(await outcome()).toBe('read');
    await setOnServer(`IDENTIFIED BY 'second'`);
    await logOut();
    expect(await outcome()).toBe('denied');
    pass(2000);
    expect(await outcome()).toBe('denied');
    const attempts = proxy.connectionsMade();
    for (let i = 0; i < 5; i++) expect(await outcome()).toBe('denied');
    expect(proxy.connectionsMade()).toBe(attempts);
    writeFileSync(passwordFile, 'second');
    expect(await outcome()).toBe('read');
  });

  it('on the server and back: the next attempt finds it good', async () => {
    await setOnServer(`IDENTIFIED BY 'second'`);
    expect(await outcome()).toBe('denied');
    await setOnServer(`IDENTIFIED BY 'first'`);
    pass(2000);
    expect(await outcome()).toBe('read');
  });

  it('is taken from the file when told to, while the old one is still good', async () => {
    expect(await outcome()).toBe('read');
    writeFileSync(passwordFile, 'second');
    await database.renew();
    expect(await outcome()).toBe('denied');
    await setOnServer(`IDENTIFIED BY 'second'`);
    await database.renew();
    expect(await outcome()).toBe('read');
  });

  it('costs no read while sessions from before are there', async () => {
    expect(await outcome()).toBe('read');
    await setOnServer(`IDENTIFIED BY 'second'`);
    expect(await Promise.all(Array.from({ length: 8 }, outcome))).toEqual(Array(8).fill('read'));
  });
});

describe('an account is denied, told from a server that cannot be reached, when it', () => {
  it.each([
    ['is locked', 'ACCOUNT LOCK'],
    ['has an expired password', 'PASSWORD EXPIRE'],
  ])('%s', async (_, how) => {
    await setOnServer(how);
    expect(await outcome()).toBe('denied');
  });

  it('has an expired password on a server that lets it in to change it', async () => {
    await lab.admin.query('SET GLOBAL disconnect_on_expired_password = OFF');
    await setOnServer('PASSWORD EXPIRE');
    expect(await outcome()).toBe('denied');
    await lab.admin.query('SET GLOBAL disconnect_on_expired_password = DEFAULT');
  });

  it('was blocked after too many wrong passwords', async () => {
    await lab.admin.query('SET GLOBAL max_password_errors = 1');
    writeFileSync(passwordFile, 'wrong');
    expect(await outcome()).toBe('denied');
    writeFileSync(passwordFile, 'first');
    expect(await outcome()).toBe('denied');
    await lab.admin.query('SET GLOBAL max_password_errors = DEFAULT');
    await lab.admin.query('FLUSH PRIVILEGES');
  });

  it('may not come from this machine', async () => {
    const account = await readerAccount(lab);
    const elsewhere = account.replace('127.0.0.1', '10.9.9.9');
    await lab.admin.query(`RENAME USER ${account} TO ${elsewhere}`);
    expect(await outcome()).toBe('denied');
    await lab.admin.query(`RENAME USER ${elsewhere} TO ${account}`);
  });
});
