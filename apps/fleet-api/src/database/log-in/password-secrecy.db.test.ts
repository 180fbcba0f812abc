import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  type Authority,
  canMakeAuthority,
  makeAuthority,
} from '../../../trial/harness/network/make-authority.ts';
import {
  type RogueOptions,
  type RogueServer,
  startRogueServer,
} from '../../../trial/harness/network/rogue-server.ts';
import type { Access, TlsMode } from '../access.ts';
import { openDatabase } from '../database.ts';

const PASSWORD = 'hunter2-hunter2';

let authority: Authority | undefined;
let rogue: RogueServer | undefined;
beforeAll(() => {
  if (canMakeAuthority()) authority = makeAuthority();
});
afterAll(() => authority?.remove());
afterEach(() => rogue?.close());

/** Tries to read from a rogue server. Resolves with the class of the failure. */
async function readFrom(options: RogueOptions, access: Partial<Access> = {}): Promise<string> {
  rogue = await startRogueServer(options);
  const { host, port } = rogue;
  const account = { user: 'jetmon', password: PASSWORD, database: 'jetmon' };
  const database = openDatabase({ host, port, ...account, statementTimeoutMs: 2000, ...access });
  const read = database.read({ sql: 'SELECT 1', params: [], read: () => 'rows' }, 2000);
  return read.catch((error) => String(error.failureClass)).finally(() => database.close());
}

const PLUGINS = ['caching_sha2_password', 'sha256_password', 'mysql_clear_password'];
const EVERY_WAY = PLUGINS.flatMap((plugin) =>
  (['at-once', 'later'] as const).map((asks) => [plugin, asks] as const),
);

describe.each(EVERY_WAY)(
  'a server in the database’s place that asks for the password by %s, %s',
  (plugin, asks) => {
    it.each<TlsMode>(['disabled', 'preferred'])('without TLS cannot read it (%s)', async (mode) => {
      expect(await readFrom({ plugin, asks }, { tls: { mode } })).toBe('tls');
      expect(rogue?.answers()).toBe(1);
      expect(rogue?.recovered().filter((text) => text.includes(PASSWORD))).toEqual([]);
    });

    it.each<TlsMode>(['preferred', 'required'])(
      'over TLS with a certificate that nobody verifies cannot read it (%s)',
      async (mode) => {
        const certificate = authority?.sign('IP:127.0.0.1');
        expect(await readFrom({ plugin, asks, certificate }, { tls: { mode } })).toBe('tls');
        expect(rogue?.recovered().filter((text) => text.includes(PASSWORD))).toEqual([]);
      },
    );

    it.skipIf(!canMakeAuthority())('over TLS with a certificate that is verified is given it', async () => {
      const tls = { mode: 'verify_identity', caFile: authority?.caFile } as const;
      await readFrom({ plugin, asks, certificate: authority?.sign('IP:127.0.0.1') }, { tls });
      expect(rogue?.recovered().filter((text) => text.includes(PASSWORD))).not.toEqual([]);
    });
  },
);

it.each(['mysql_old_password', 'dialog', 'client_ed25519', '__proto__'])(
  'a way to log in that we do not know (%s) is a denial, and tells nothing',
  async (plugin) => {
    expect(await readFrom({ plugin, asks: 'later' })).toBe('denied');
    expect(rogue?.recovered().filter((text) => text.includes(PASSWORD))).toEqual([]);
  },
);
