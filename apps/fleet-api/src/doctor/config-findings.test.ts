import { describe, expect, it } from 'vitest';
import { readConfig } from '../config.ts';
import { accountFinding } from './account-finding.ts';
import { columnsFinding } from './columns-finding.ts';
import { encryptionFinding } from './encryption-finding.ts';
import { findingText } from './finding.ts';

function configOf(env: Readonly<Record<string, string>>) {
  const result = readConfig({ DB_USER: 'jetmon_ro', DB_NAME: 'jetmon_db', ...env });
  if (!result.ok) throw new Error(result.faults.join());
  return result.config;
}

const TLS = { protocol: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' };

describe('what travels to the database', () => {
  it.each([
    [
      'this machine, plain',
      { DB_HOST: '127.0.0.1' },
      null,
      /^✓ TLS: not in use, and nothing leaves this machine$/m,
    ],
    ['a socket, plain', { DB_HOST: 'db.example', DB_SOCKET: '/run/s' }, null, /^✓ TLS: not in use/m],
    [
      'another, plain',
      { DB_HOST: 'db.example' },
      null,
      /^! TLS: not in use: whoever is on the way reads along\n {4}Set DB_SSL_MODE=verify_identity/m,
    ],
    [
      'another, encrypted for whoever answers',
      { DB_HOST: 'db.example' },
      TLS,
      /^! TLS: TLSv1\.3, TLS_AES_256_GCM_SHA384; who the server is was not verified \(DB_SSL_MODE is preferred\)/m,
    ],
    [
      'another, encrypted and verified',
      { DB_HOST: 'db.example', DB_SSL_MODE: 'verify_identity' },
      TLS,
      /^✓ TLS: TLSv1\.3, TLS_AES_256_GCM_SHA384$/m,
    ],
    [
      'one that does not say',
      { DB_HOST: 'db.example' },
      undefined,
      /^! TLS: whether it is in use could not be read$/m,
    ],
  ])('%s', (_, env, found, expected) => {
    expect(findingText(encryptionFinding(found, configOf(env)))).toMatch(expected);
  });
});

describe('the account', () => {
  const account = "'jetmon_ro'@'10.%'";

  it('that may do too much is told what to revoke, place by place, and what it needs', () => {
    const beyond_reading = [
      { privilege: 'INSERT', on: '`jetmon_db`.*' },
      { privilege: 'UPDATE', on: '`jetmon_db`.*' },
      { privilege: 'SUPER', on: '*.*' },
    ];
    expect(findingText(accountFinding({ account, beyond_reading }, 'jetmon_db', 'jetmon_ro'))).toBe(
      `! account: jetmon_ro may do more than read: INSERT, SUPER, UPDATE
    The dashboard needs SELECT alone; give it an account of its own, or take from this one what it has beyond:
    REVOKE INSERT, UPDATE ON \`jetmon_db\`.* FROM 'jetmon_ro'@'10.%';
    REVOKE SUPER ON *.* FROM 'jetmon_ro'@'10.%';
    GRANT SELECT ON \`jetmon_db\`.* TO 'jetmon_ro'@'10.%';
`,
    );
  });

  it('that may do too little is told what to grant, and that it may read is not said', () => {
    expect(
      findingText(
        accountFinding({ account, beyond_reading: [] }, 'jetmon_db', 'jetmon_ro', ['bucket owners']),
      ),
    ).toBe(
      "✗ account: jetmon_ro may not read all: bucket owners\n    GRANT SELECT ON `jetmon_db`.* TO 'jetmon_ro'@'10.%';\n",
    );
  });

  it('of which nothing could be read is not called well', () => {
    expect(accountFinding(null, 'jetmon_db', 'jetmon_ro').kind).toBe('advice');
  });
});

it.each([
  [[], /^✓ columns: t has all that can be shown$/m],
  [['a', 'b'], /^✓ columns: t is without a, b: these are shown as not known$/m],
  [null, /^! columns: those of t could not be read$/m],
])('columns that are not there: %j', (missing, expected) => {
  expect(findingText(columnsFinding(missing, 't'))).toMatch(expected);
});
