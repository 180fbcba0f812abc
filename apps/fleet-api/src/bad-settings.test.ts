import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { directoryForTest } from '../trial/harness/fixtures/directory-for-test.ts';
import { tokenFileForTest } from '../trial/harness/fixtures/token-file-for-test.ts';
import { readConfig } from './config.ts';

const SECRET = 'hunter2hunter2';
const HERE = fileURLToPath(import.meta.url);

/** The faults with these settings beside a good account. */
function faultsOf(env: Record<string, string>): string[] {
  const result = readConfig({ DB_USER: 'jetmon', DB_NAME: 'jetmon_db', DB_PASSWORD: SECRET, ...env });
  return result.ok ? [] : result.faults;
}

const jetmon = (content: unknown) => {
  const path = join(directoryForTest(), 'config.json');
  writeFileSync(path, JSON.stringify(content));
  return { JETMON_CONFIG: path };
};
const tokens = (text: string, mode?: number) => ({ DASHBOARD_AUTH_TOKEN_FILE: tokenFileForTest(text, mode) });
const TOKEN = '0123456789abcdef0123456789abcdef';

/** Each with the setting, its value unless that is a secret, and what it may be or what to do. */
it.each<[string, () => Record<string, string>, ...string[]]>([
  ['a port beyond the last', () => ({ DASHBOARD_PORT: '65536' }), 'DASHBOARD_PORT', '"65536"', '<=65535'],
  ['a port of 0', () => ({ DB_PORT: '0' }), 'DB_PORT', '"0"', '>=1'],
  ['a port that is a word', () => ({ DASHBOARD_PORT: 'http' }), 'DASHBOARD_PORT', '"http"', 'whole number'],
  [
    'an address that is none',
    () => ({ DASHBOARD_BIND_ADDR: '999.1.1.1' }),
    'DASHBOARD_BIND_ADDR',
    '"999.1.1.1"',
    'neither an address nor a host name',
  ],
  [
    'an address that others reach',
    () => ({ DASHBOARD_BIND_ADDR: '0.0.0.0' }),
    'DASHBOARD_BIND_ADDR',
    '"0.0.0.0"',
    'listen on 127.0.0.1',
  ],
  [
    'a consent that is neither 0 nor 1',
    () => ({ DASHBOARD_INSECURE_NO_AUTH: 'yes' }),
    'DASHBOARD_INSECURE_NO_AUTH',
    '"yes"',
    '"0"|"1"',
  ],
  [
    'a name with a port',
    () => ({ DASHBOARD_ALLOWED_HOSTS: 'fleet:80' }),
    'DASHBOARD_ALLOWED_HOSTS',
    '"fleet:80"',
    'without ports, such as',
  ],
  [
    'a base path without a slash',
    () => ({ DASHBOARD_BASE_PATH: 'jetmon' }),
    'DASHBOARD_BASE_PATH',
    '"jetmon"',
    'such as /jetmon',
  ],
  [
    'a base path that is ours',
    () => ({ DASHBOARD_BASE_PATH: '/api' }),
    'DASHBOARD_BASE_PATH',
    '"/api"',
    'choose another',
  ],
  [
    'a proxy that is everybody',
    () => ({ DASHBOARD_TRUST_PROXY: 'all' }),
    'DASHBOARD_TRUST_PROXY',
    '"all"',
    'such as "127.0.0.1',
  ],
  [
    'a proxy that is nearly everybody',
    () => ({ DASHBOARD_TRUST_PROXY: '0.0.0.0/0' }),
    'DASHBOARD_TRUST_PROXY',
    '"0.0.0.0/0"',
    'name the addresses',
  ],
  [
    'a token file that is not there',
    () => ({ DASHBOARD_AUTH_TOKEN_FILE: '/nowhere/t' }),
    'DASHBOARD_AUTH_TOKEN_FILE',
    '"/nowhere/t"',
    'cannot be read (ENOENT)',
  ],
  [
    'a token file that others read',
    () => tokens(`anna ${TOKEN}`, 0o644),
    'DASHBOARD_AUTH_TOKEN_FILE',
    '/tokens"',
    'chmod 600',
  ],
  [
    'a token that is too short',
    () => tokens(`anna ${SECRET}`),
    'DASHBOARD_AUTH_TOKEN_FILE',
    'line 1',
    'openssl rand -hex 32',
  ],
  [
    'a token file with no token',
    () => tokens('# none'),
    'DASHBOARD_AUTH_TOKEN_FILE',
    '/tokens"',
    'openssl rand -hex 32',
  ],
  [
    'a password twice',
    () => ({ DB_PASSWORD_FILE: HERE }),
    'DB_PASSWORD_FILE',
    HERE,
    'DB_PASSWORD exclude each other',
  ],
  [
    'a password file that is not there',
    () => ({ DB_PASSWORD: '', DB_PASSWORD_FILE: '/nowhere/p' }),
    'DB_PASSWORD_FILE',
    '"/nowhere/p"',
    'cannot be read',
  ],
  [
    'a mode of TLS that there is not',
    () => ({ DB_SSL_MODE: 'on' }),
    'DB_SSL_MODE',
    '"on"',
    'verify_identity',
  ],
  [
    'an authority that is not there',
    () => ({ DB_SSL_CA: '/nowhere/ca' }),
    'DB_SSL_CA',
    '"/nowhere/ca"',
    'cannot be read',
  ],
  [
    'a certificate without its key',
    () => ({ DB_SSL_CERT: HERE }),
    'DB_SSL_CERT',
    HERE,
    'goes with DB_SSL_KEY',
  ],
  [
    'an authority and no TLS',
    () => ({ DB_SSL_MODE: 'disabled', DB_SSL_CA: HERE }),
    'DB_SSL_MODE',
    '"disabled"',
    'set another mode',
  ],
  [
    'a name to verify on a socket',
    () => ({ DB_SSL_MODE: 'verify_identity', DB_SOCKET: '/run/db' }),
    'DB_SSL_MODE',
    '"verify_identity"',
    'no name to verify on DB_SOCKET',
  ],
  ['no user', () => ({ DB_USER: '' }), 'DB_USER is not set'],
  ['a total that is no number', () => ({ BUCKET_TOTAL: '1e3' }), 'BUCKET_TOTAL', '"1e3"', 'whole number'],
  [
    'an interval between never and the shortest',
    () => ({ FLEET_WATCH_INTERVAL_SEC: '4' }),
    'FLEET_WATCH_INTERVAL_SEC',
    '"4"',
    'neither 0 nor at least 5',
  ],
  ['a directory that is none', () => ({ FLEET_STATE_DIR: HERE }), 'FLEET_STATE_DIR', HERE, 'is no directory'],
  [
    'a snapshot that lives too long',
    () => ({ FLEET_CACHE_TTL_MS: '34001' }),
    'FLEET_CACHE_TTL_MS',
    '"34001"',
    'at most 34000',
  ],
  [
    'a runbook without a code',
    () => ({ FLEET_RUNBOOK_URL: 'https://wiki.example/' }),
    'FLEET_RUNBOOK_URL',
    '"https://wiki.example/"',
    '{code}',
  ],
  [
    'an address with a password',
    () => ({ HOST_DASHBOARD_URL: `https://u:${SECRET}@a/` }),
    'HOST_DASHBOARD_URL',
    'a user or a password',
  ],
  ['a level that there is not', () => ({ LOG_LEVEL: 'loud' }), 'LOG_LEVEL', '"loud"', '"debug"|"info"'],
  ['a configuration that is no JSON', () => ({ JETMON_CONFIG: HERE }), 'JETMON_CONFIG', HERE, 'is no JSON'],
  [
    'a configuration whose port is bad',
    () => jetmon({ DASHBOARD_PORT: 0 }),
    'DASHBOARD_PORT',
    '"0" in /',
    '>=1',
  ],
  [
    'a configuration whose password is a list',
    () => jetmon({ DB_PASSWORD: [SECRET] }),
    'JETMON_CONFIG',
    '/config.json"',
    'its DB_PASSWORD must be a text',
  ],
  [
    'a configuration that others reach',
    () => jetmon({ DASHBOARD_BIND_ADDR: '::' }),
    'DASHBOARD_BIND_ADDR',
    '"::" in /',
    'DASHBOARD_AUTH_TOKEN_FILE',
  ],
])('%s is one fault, which says what it is and what to do', (_, env, ...parts) => {
  const faults = faultsOf(env());
  expect(faults).toHaveLength(1);
  for (const part of parts) expect(faults[0]).toContain(part);
  expect(faults[0]).not.toContain(SECRET);
});
