import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findAccess, type GivenAccess } from './access.ts';

const TOKEN = 'k9Zt-a_token/of=128+bits~';

/** A home with a configuration, and with a token in a file that only its owner may read. */
function home(config?: unknown): { readonly path: string; readonly tokenFile: string } {
  const path = mkdtempSync(join(tmpdir(), 'fleet-home-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  mkdirSync(join(path, '.config'));
  if (config !== undefined) {
    writeFileSync(
      join(path, '.config/fleet.json'),
      typeof config === 'string' ? config : JSON.stringify(config),
    );
  }
  const tokenFile = join(path, '.config/token');
  writeFileSync(tokenFile, `${TOKEN}\n`, { mode: 0o600 });
  return { path, tokenFile };
}

function found(given: Partial<GivenAccess> = {}, env: Record<string, string> = {}, config?: unknown) {
  return findAccess({ timeoutMs: 1000, ...given }, { HOME: home(config).path, ...env });
}

describe('the address', () => {
  it('is that of the command line, else of the environment, else of the configuration, else that of this machine', () => {
    const [url, env, config] = [
      'https://a.example',
      { FLEET_URL: 'https://b.example' },
      { url: 'https://c.example' },
    ];
    expect(found({ url }, env, config).url).toBe('https://a.example');
    expect(found({}, env, config).url).toBe('https://b.example');
    expect(found({}, {}, config).url).toBe('https://c.example');
    expect(found().url).toBe('http://127.0.0.1:8080');
    expect(found({}, { FLEET_URL: '' }).url).toBe('http://127.0.0.1:8080');
  });

  it.each([
    ['https://x.example/', 'https://x.example'],
    ['https://x.example/ops/fleet-1/', 'https://x.example/ops/fleet-1'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('%s may have a path before that of the dashboard', (url, expected) => {
    expect(found({ url }).url).toBe(expected);
  });

  it.each(['x.example', 'file:///etc/passwd', 'http://', 'http://x.example/?a=1', 'http://x.example/#a'])(
    '%s is none',
    (url) => expect(() => found({ url })).toThrow(/address/),
  );

  it.each(['http://anna:secret@x.example', 'anna:secret@x.example', 'https://secret@x.example'])(
    'with a secret is refused, and the secret not repeated: %s',
    (url) => {
      expect(() => found({ url })).toThrow(/^(?!.*secret)/s);
    },
  );
});

describe('the configuration of a user', () => {
  it('lies in XDG_CONFIG_HOME where that is set', () => {
    const { path } = home({ url: 'https://c.example' });
    expect(
      findAccess({ timeoutMs: 1 }, { HOME: '/nowhere', XDG_CONFIG_HOME: join(path, '.config') }).url,
    ).toBe('https://c.example');
  });

  it('names a token file by its own folder', () => {
    expect(found({}, {}, { token_file: 'token' }).authorization).toBe(`Bearer ${TOKEN}`);
  });

  it.each([
    ['no JSON', '{', /fleet\.json is no JSON/],
    ['a token in it', { token: TOKEN }, /fleet\.json.*it takes url, token_file and user/],
    ['a number for an address', { url: 5 }, /fleet\.json: url/],
  ])('that is faulty is told: %s', (_, config, said) => {
    expect(() => found({}, {}, config)).toThrow(said);
    expect(() => found({}, {}, config)).not.toThrow(TOKEN);
  });
});

describe('a token', () => {
  it('goes as a bearer, or as the password of a user', () => {
    const { tokenFile } = home();
    expect(found({ tokenFile }).authorization).toBe(`Bearer ${TOKEN}`);
    const basic = found({ tokenFile, user: 'anna' }).authorization ?? '';
    expect(Buffer.from(basic.replace(/^Basic /, ''), 'base64').toString()).toBe(`anna:${TOKEN}`);
    expect(found({}, { FLEET_TOKEN_FILE: tokenFile, FLEET_USER: 'bert' }).authorization).toMatch(/^Basic /);
    expect(found().authorization).toBe(null);
  });

  it.each([
    ['0600', true],
    ['0400', true],
    ['0640', true],
    ['0604', false],
    ['0602', false],
    ['0644', false],
    ['0666', false],
  ])('in a file of mode %s is taken: %s', (mode, isTaken) => {
    const { tokenFile } = home();
    chmodSync(tokenFile, Number.parseInt(mode, 8));
    if (isTaken) expect(found({ tokenFile }).authorization).toBe(`Bearer ${TOKEN}`);
    else expect(() => found({ tokenFile })).toThrow(/everybody may .* chmod 600/);
  });

  it.each([
    ['empty', ''],
    ['of two lines', `${TOKEN}\nother\n`],
    ['with a blank', `ops ${TOKEN}`],
    ['with a line feed that would end a header', `${TOKEN}\r\nX: y`],
    ['with a letter beyond ASCII', 'tökentökentöken'],
  ])('that is %s is refused, and not repeated', (_, text) => {
    const { tokenFile } = home();
    writeFileSync(tokenFile, text);
    expect(() => found({ tokenFile })).toThrow(/must hold one line/);
    expect(() => found({ tokenFile })).not.toThrow(TOKEN);
  });

  it.each(['/nowhere/token', tmpdir()])('that cannot be read is told: %s', (tokenFile) => {
    expect(() => found({ tokenFile })).toThrow(/token file .* cannot be read/);
  });
});
