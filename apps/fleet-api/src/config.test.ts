import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const account = { DB_USER: 'jetmon', DB_NAME: 'jetmon_db' };

function configOf(env: Record<string, string>) {
  const result = readConfig({ ...account, ...env });
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.config;
}

function faultsOf(env: Record<string, string>): string[] {
  const result = readConfig({ ...account, ...env });
  return result.ok ? [] : result.faults;
}

describe('readConfig', () => {
  it("needs only the database's name and user; everything else has Jetmon's default", () => {
    expect(configOf({})).toMatchObject({
      listen: { host: '127.0.0.1', port: 8080 },
      database: { host: '127.0.0.1', port: 3306, password: '' },
      thresholds: { bucket_total: 1000, heartbeat_grace_sec: 600, recent_window_sec: 900 },
      cacheTtlMs: 5000,
      requestTimeoutMs: 3000,
      display: { host_dashboard_url: 'http://{host}:{port}/', host_dashboard_home: null },
      tablePrefix: null,
    });
  });

  it('takes an empty variable as not set', () => {
    expect(configOf({ DASHBOARD_PORT: '' }).listen.port).toBe(8080);
  });

  it('names every bad setting with its value, not only the first', () => {
    const faults = faultsOf({
      DASHBOARD_PORT: '99999',
      BUCKET_TOTAL: 'many',
      DB_USER: '',
      HOST_DASHBOARD_HOME: 'x',
    });
    expect(faults).toHaveLength(4);
    expect(faults).toContain('DB_USER is not set');
    expect(faults.join('\n')).toMatch(/DASHBOARD_PORT is "99999".*\nBUCKET_TOTAL is "many".*/);
  });

  it('tells of each bad setting what it may be', () => {
    expect(faultsOf({ DASHBOARD_PORT: '65536', LOG_LEVEL: 'loud', BUCKET_TOTAL: '1.5' })).toEqual([
      'DASHBOARD_PORT is "65536": Too big: expected number to be <=65535',
      'BUCKET_TOTAL is "1.5": is no whole number',
      'LOG_LEVEL is "loud": Invalid option: expected one of "debug"|"info"|"warn"|"error"|"silent"',
    ]);
  });

  it('never repeats the password', () => {
    const faults = faultsOf({ DB_PASSWORD: 'hunter2', DB_PORT: '0' });
    expect(faults.join()).not.toContain('hunter2');
  });

  it.each(['0', '65536', '-1', '8080.5', '0x50', 'http'])('refuses the port %j', (port) => {
    expect(faultsOf({ DASHBOARD_PORT: port })).toHaveLength(1);
  });

  it.each(['1', '65535'])('accepts the port %j', (port) => {
    expect(faultsOf({ DASHBOARD_PORT: port })).toEqual([]);
  });

  it('lets a bucket total of 0 through, which the snapshot then names as missing', () => {
    expect(configOf({ BUCKET_TOTAL: '0' }).thresholds.bucket_total).toBe(0);
  });

  it('refuses a bucket total below that', () => {
    expect(faultsOf({ BUCKET_TOTAL: '-1' })).toEqual([
      'BUCKET_TOTAL is "-1": Too small: expected number to be >=0',
    ]);
  });

  it.each(['HOST_DASHBOARD_URL', 'HOST_DASHBOARD_HOME', 'FLEET_RUNBOOK_URL'])(
    'refuses a user and a password in %s, which the page shows, and does not repeat them',
    (variable) => {
      const faults = faultsOf({ [variable]: 'https://user:hunter2@wiki.example/{code}' });
      expect(faults).toHaveLength(1);
      expect(faults[0]).toContain(variable);
      expect(faults[0]).not.toContain('hunter2');
    },
  );

  it('refuses a name in an address that it does not fill in', () => {
    expect(faultsOf({ HOST_DASHBOARD_URL: 'http://{hots}:{port}/' })).toEqual([
      expect.stringContaining('{hots} cannot be filled in'),
    ]);
    expect(faultsOf({ HOST_DASHBOARD_HOME: 'http://{host}/' })).toHaveLength(1);
    expect(faultsOf({ FLEET_RUNBOOK_URL: 'https://wiki.example/' })).toHaveLength(1);
  });

  it('a snapshot may live as long as the page takes one for present', () => {
    expect(configOf({ FLEET_CACHE_TTL_MS: '34000' }).cacheTtlMs).toBe(34_000);
    expect(faultsOf({ FLEET_CACHE_TTL_MS: '34001' }).join()).toContain('at most 34000');
    expect(faultsOf({ FLEET_CACHE_TTL_MS: '5000', FLEET_REQUEST_TIMEOUT_MS: '17500' })).toEqual([]);
    expect(faultsOf({ FLEET_CACHE_TTL_MS: '5000', FLEET_REQUEST_TIMEOUT_MS: '17501' })).toHaveLength(1);
    expect(faultsOf({ FLEET_CACHE_TTL_MS: '0', FLEET_REQUEST_TIMEOUT_MS: '60000' })).toEqual([]);
  });

  it('warns of what looks like a setting and is none; beside faults it tells both', () => {
    const result = readConfig({ ...account, BUCKET_TOTALS: '500', PATH: '/bin' });
    expect(result.ok && result.warnings).toEqual([
      'BUCKET_TOTALS is no setting; the nearest is BUCKET_TOTAL',
    ]);
    expect(faultsOf({ DB_USER: '', DB_USR: 'jetmon' })).toEqual([
      'DB_USER is not set',
      'DB_USR is no setting; the nearest is DB_USER',
    ]);
  });

  describe('to listen where others can reach it', () => {
    const addresses = ['0.0.0.0', '::', '10.1.2.3', 'dashboard.internal'];

    it.each(addresses)('on %s is refused unless it is wanted without a login', (DASHBOARD_BIND_ADDR) => {
      for (const DASHBOARD_INSECURE_NO_AUTH of ['', '0'])
        expect(faultsOf({ DASHBOARD_BIND_ADDR, DASHBOARD_INSECURE_NO_AUTH }).join()).toContain(
          'set DASHBOARD_INSECURE_NO_AUTH=1',
        );
      const { listen, display } = configOf({ DASHBOARD_BIND_ADDR, DASHBOARD_INSECURE_NO_AUTH: '1' });
      expect([listen.host, display.insecure_no_auth]).toEqual([DASHBOARD_BIND_ADDR, true]);
    });

    it.each(['127.0.0.1', '::1', 'localhost', ''])('is not what %j does', (DASHBOARD_BIND_ADDR) => {
      for (const DASHBOARD_INSECURE_NO_AUTH of ['', '0', '1'])
        expect(configOf({ DASHBOARD_BIND_ADDR, DASHBOARD_INSECURE_NO_AUTH }).display.insecure_no_auth).toBe(
          false,
        );
    });

    it.each(['yes', 'true', '2'])('is not allowed by %j', (DASHBOARD_INSECURE_NO_AUTH) => {
      expect(faultsOf({ DASHBOARD_BIND_ADDR: '0.0.0.0', DASHBOARD_INSECURE_NO_AUTH })).toHaveLength(2);
    });
  });

  it('reads newer databases by their table names', () => {
    expect(configOf({ FLEET_TABLE_PREFIX: 'jetpack_monitor' }).tablePrefix).toBe('jetpack_monitor');
  });

  it('takes the password from a file in place of the variable, and not from both', () => {
    const DB_PASSWORD_FILE = fileURLToPath(import.meta.url);
    expect(configOf({ DB_PASSWORD_FILE }).database.passwordFile).toBe(DB_PASSWORD_FILE);
    expect(faultsOf({ DB_PASSWORD_FILE: '/nowhere/password' })).toEqual([
      'DB_PASSWORD_FILE is "/nowhere/password": cannot be read',
    ]);
    const faults = faultsOf({ DB_PASSWORD_FILE, DB_PASSWORD: 'hunter2' });
    expect(faults).toEqual([expect.stringMatching(/^DB_PASSWORD_FILE .*exclude each other$/)]);
    expect(faults.join()).not.toContain('hunter2');
  });

  it('reaches the database over TLS where it can, unless told otherwise', () => {
    expect(configOf({}).database.tls.mode).toBe('preferred');
    expect(configOf({ DB_SSL_MODE: 'verify_identity' }).database.tls.mode).toBe('verify_identity');
    expect(faultsOf({ DB_SSL_MODE: 'on' })).toHaveLength(1);
  });

  const file = fileURLToPath(import.meta.url);
  it.each([
    [{ DB_SSL_CA: '/nowhere/ca.pem' }, 'DB_SSL_CA is "/nowhere/ca.pem": cannot be read'],
    [{ DB_SSL_CERT: file }, /^DB_SSL_CERT .*: goes with DB_SSL_KEY/],
    [{ DB_SSL_KEY: file }, 'DB_SSL_CERT is not set'],
    [{ DB_SSL_MODE: 'disabled', DB_SSL_CA: file }, /^DB_SSL_MODE .*: uses neither/],
    [{ DB_SSL_MODE: 'verify_identity', DB_SOCKET: '/run/db' }, /^DB_SSL_MODE .*: has no name to verify/],
  ])('refuses TLS that does not fit together: %j', (env, fault) => {
    expect(faultsOf(env)).toEqual([typeof fault === 'string' ? fault : expect.stringMatching(fault)]);
  });

  it('watches every 30 s unless told otherwise, and keeps what it sees in memory', () => {
    expect(configOf({})).toMatchObject({ watchIntervalMs: 30_000, stateDirectory: undefined });
  });

  it.each(['0', '5', '300'])('takes an interval of %s s', (sec) => {
    expect(configOf({ FLEET_WATCH_INTERVAL_SEC: sec }).watchIntervalMs).toBe(Number(sec) * 1000);
  });

  it.each(['-1', '1', '4', '301', 'often'])('refuses an interval of %j s', (sec) => {
    expect(faultsOf({ FLEET_WATCH_INTERVAL_SEC: sec })).toHaveLength(1);
  });

  it('takes a directory for what it sees', () => {
    const directory = fileURLToPath(new URL('.', import.meta.url));
    expect(configOf({ FLEET_STATE_DIR: directory }).stateDirectory).toBe(directory);
  });

  it.each([
    ['is not there', '/nowhere/at/all', 'is no directory'],
    ['is a file', fileURLToPath(import.meta.url), 'is no directory'],
    ['has a name too long for a socket in it', `/${'./'.repeat(45)}`, 'is longer than 90 bytes'],
  ])('refuses a directory that %s', (_, directory, why) => {
    expect(faultsOf({ FLEET_STATE_DIR: directory })).toEqual([`FLEET_STATE_DIR is "${directory}": ${why}`]);
  });
});
