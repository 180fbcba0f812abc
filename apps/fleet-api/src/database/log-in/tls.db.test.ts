import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { type LabServer, startLabServer } from 'fleet-lab/database/lab-server';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startFaultProxy } from '../../../trial/harness/network/fault-proxy.ts';
import {
  type Authority,
  canMakeAuthority,
  type KeyPair,
  makeAuthority,
} from '../../../trial/harness/network/make-authority.ts';
import { readerAccount } from '../../../trial/harness/tables/reader-account.ts';
import type { Access, TlsMode, TlsSettings } from '../access.ts';
import { openDatabase } from '../database.ts';
import { offersTls } from './tls.ts';

/** Which cipher a session has; empty without TLS. */
const CIPHER = {
  sql: "SHOW SESSION STATUS LIKE 'Ssl_cipher'",
  params: [],
  read: (rows: unknown) => String(Reflect.get(Object(Array.isArray(rows) ? rows[0] : undefined), 'Value')),
};

/** `TLS`, `plain`, or why nothing could be read. */
async function readOver(lab: LabDatabase, tls: TlsSettings, access: Partial<Access> = {}): Promise<string> {
  const database = openDatabase({ ...lab.reader, statementTimeoutMs: 5000, tls, ...access });
  const read = database.read(CIPHER, 10_000).then((cipher) => (cipher === '' ? 'plain' : 'TLS'));
  return read.catch((error) => String(error.failureClass)).finally(() => database.close());
}

describe('a server without TLS', () => {
  const lab = useTestDatabase();
  it.each<[TlsMode, string]>([
    ['disabled', 'plain'],
    ['preferred', 'plain'],
    ['required', 'tls'],
    ['verify_ca', 'tls'],
    ['verify_identity', 'tls'],
  ])('with DB_SSL_MODE %s gives: %s', async (mode, outcome) => {
    expect(await readOver(lab(), { mode })).toBe(outcome);
  });

  it('a file that is gone is a failure of its own class, and is named', async () => {
    const tls = { mode: 'verify_ca', caFile: '/nowhere/ca.pem' } as const;
    const database = openDatabase({ ...lab().reader, statementTimeoutMs: 1000, tls });
    await expect(database.read(CIPHER, 5000)).rejects.toMatchObject({
      failureClass: 'tls',
      message: '/nowhere/ca.pem cannot be read',
    });
    database.close();
  });
});

describe.skipIf(!canMakeAuthority())('a server with TLS (needs openssl)', () => {
  let authority: Authority;
  let other: Authority;
  let server: LabServer;
  let lab: LabDatabase;
  let inUse: KeyPair;
  beforeAll(async () => {
    [authority, other] = [makeAuthority(), makeAuthority()];
    inUse = authority.sign('IP:127.0.0.1');
    const { caFile } = authority;
    const files = [`--ssl-ca=${caFile}`, `--ssl-cert=${inUse.certFile}`, `--ssl-key=${inUse.keyFile}`];
    server = await startLabServer({ databaseUrl: '', serverArguments: files });
    lab = await server.createDatabase();
  }, 60_000);
  afterAll(async () => {
    await server.stop();
    for (const one of [authority, other]) one.remove();
  });
  afterEach(async () => {
    await lab.admin.query('SET GLOBAL require_secure_transport = OFF');
    await lab.admin.query(`ALTER USER ${await readerAccount(lab)} REQUIRE NONE`);
  });

  async function serveWith({ certFile, keyFile }: KeyPair): Promise<void> {
    copyFileSync(certFile, inUse.certFile);
    copyFileSync(keyFile, inUse.keyFile);
    await lab.admin.query('FLUSH SSL');
  }

  const CERTIFICATES: Record<string, () => KeyPair> = {
    'that is good': () => authority.sign('IP:127.0.0.1,DNS:localhost'),
    'of another authority': () => other.sign('IP:127.0.0.1,DNS:localhost'),
    'that has expired': () => authority.sign('IP:127.0.0.1,DNS:localhost', -1),
    'for another name': () => authority.sign('DNS:db.example'),
    'for localhost alone': () => authority.sign('DNS:localhost'),
  };

  it.each<[keyof typeof CERTIFICATES, Record<TlsMode, string>]>([
    ['that is good', outcomes('TLS', 'TLS', 'TLS')],
    ['of another authority', outcomes('TLS', 'tls', 'tls')],
    ['that has expired', outcomes('TLS', 'tls', 'tls')],
    ['for another name', outcomes('TLS', 'TLS', 'tls')],
    ['for localhost alone', outcomes('TLS', 'TLS', 'tls')],
  ])('with a certificate %s, asked for at 127.0.0.1', async (certificate, expected) => {
    await serveWith(CERTIFICATES[certificate]?.() ?? inUse);
    const caFile = authority.caFile;
    const found = {
      disabled: await readOver(lab, { mode: 'disabled' }),
      preferred: await readOver(lab, { mode: 'preferred' }),
      required: await readOver(lab, { mode: 'required' }),
      verify_ca: await readOver(lab, { mode: 'verify_ca', caFile }),
      verify_identity: await readOver(lab, { mode: 'verify_identity', caFile }),
    };
    expect(found).toEqual(expected);
  });

  function outcomes(unverified: string, verify_ca: string, verify_identity: string): Record<TlsMode, string> {
    return { disabled: 'plain', preferred: unverified, required: unverified, verify_ca, verify_identity };
  }

  it('is asked for the name in DB_HOST', async () => {
    await serveWith(authority.sign('DNS:localhost'));
    const tls = { mode: 'verify_identity', caFile: authority.caFile } as const;
    expect(await readOver(lab, tls, { host: 'localhost' })).toBe('TLS');
  });

  it.each<TlsMode>(['preferred', 'required'])(
    'a given authority is asked in the mode %s as well',
    async (mode) => {
      await serveWith(other.sign('IP:127.0.0.1'));
      expect(await readOver(lab, { mode, caFile: authority.caFile })).toBe('tls');
      expect(await readOver(lab, { mode, caFile: other.caFile })).toBe('TLS');
    },
  );

  it('without an authority of our own only those that Node knows are believed', async () => {
    await serveWith(authority.sign('IP:127.0.0.1'));
    expect(await readOver(lab, { mode: 'verify_ca' })).toBe('tls');
  });

  it.each([
    ['the server', () => lab.admin.query('SET GLOBAL require_secure_transport = ON')],
    ['the account', async () => lab.admin.query(`ALTER USER ${await readerAccount(lab)} REQUIRE SSL`)],
  ])('where %s requires TLS, going without is told from a wrong password', async (_, demandTls) => {
    await demandTls();
    expect(await readOver(lab, { mode: 'disabled' })).toBe('tls');
    expect(await readOver(lab, { mode: 'disabled' }, { password: 'wrong' })).toBe('denied');
    expect(await readOver(lab, { mode: 'preferred' })).toBe('TLS');
    expect(await readOver(lab, { mode: 'preferred' }, { password: 'wrong' })).toBe('denied');
  });

  it('an account that must show a certificate is let in with it alone', async () => {
    await serveWith(authority.sign('IP:127.0.0.1'));
    await lab.admin.query(`ALTER USER ${await readerAccount(lab)} REQUIRE X509`);
    expect(await readOver(lab, { mode: 'required' })).toBe('denied');
    expect(await readOver(lab, { mode: 'required', ...authority.sign('DNS:dashboard') })).toBe('TLS');
  });

  it.each([90, 200, 900])(
    'a connection that is cut after %d bytes is unreachable, whatever TLS was about',
    async (afterBytes) => {
      const proxy = await startFaultProxy(lab.reader);
      await proxy.set({ kind: 'cut', afterBytes });
      const { host, port } = proxy.reader;
      expect(await readOver(lab, { mode: 'required' }, { host, port })).toBe('unreachable');
      await expect.poll(() => proxy.connectionsOpen()).toBe(0);
      await proxy.close();
    },
  );

  it('a socket on the same machine needs none', async () => {
    const socketPath = server.privateServer?.socketPath;
    const { user, password, database } = lab.reader;
    await lab.admin.query(`CREATE USER '${user}'@'localhost' IDENTIFIED BY '${password}'`);
    await lab.admin.query(`GRANT SELECT ON ${database}.* TO '${user}'@'localhost'`);
    await lab.admin.query('SET GLOBAL require_secure_transport = ON');
    expect(await readOver(lab, { mode: 'preferred' }, { socketPath, port: 1 })).toBe('plain');
    expect(await readOver(lab, { mode: 'preferred' }, { socketPath: join('/nowhere', 's') })).toBe(
      'unreachable',
    );
  });
});

it.each([
  [Buffer.alloc(0)],
  [Buffer.from([1, 0, 0, 0, 0xff])],
  [Buffer.from('HTTP/1.1 400 Bad Request\r\n')],
])('what is no greeting (%j) offers no TLS', (bytes) => {
  expect(offersTls(bytes)).toBe(false);
});
