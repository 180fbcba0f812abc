import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directoryForTest } from '../../trial/harness/fixtures/directory-for-test.ts';
import { givenSettings } from './given-settings.ts';

function jetmonConfig(content: unknown): string {
  const path = join(directoryForTest(), 'config.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What is set with this configuration, but for its own path. */
function valuesWith(content: unknown, env: Record<string, string> = {}) {
  const { JETMON_CONFIG, ...values } = givenSettings({ JETMON_CONFIG: jetmonConfig(content), ...env }).values;
  return values;
}

const faultsWith = (content: unknown) =>
  givenSettings({ JETMON_CONFIG: jetmonConfig(content) }).faults.join();

describe("Jetmon's configuration", () => {
  it('sets what has the same name there as here, numbers as well as texts', () => {
    expect(
      valuesWith({
        BUCKET_TOTAL: 512,
        DASHBOARD_BIND_ADDR: '::1',
        DB_NAME: 'jetmon_db',
        DASHBOARD_INSECURE_NO_AUTH: false,
      }),
    ).toEqual({
      BUCKET_TOTAL: '512',
      DASHBOARD_BIND_ADDR: '::1',
      DB_NAME: 'jetmon_db',
      DASHBOARD_INSECURE_NO_AUTH: '0',
    });
  });

  it('has other keys, which are ignored, whatever they hold', () => {
    expect(
      valuesWith({
        NUM_WORKERS: 60,
        AUTH_TOKEN: 'x',
        BUCKET_TARGET: 500,
        LOG_LEVEL: 'debug',
        FLEET_CACHE_TTL_MS: 1,
        VERIFIERS: [{}],
      }),
    ).toEqual({});
  });

  it('counts where the environment says nothing, and an empty value says nothing', () => {
    const env = { BUCKET_TOTAL: '', DB_NAME: 'other' };
    expect(valuesWith({ BUCKET_TOTAL: 512, DB_NAME: 'jetmon_db', DB_USER: '', DB_HOST: null }, env)).toEqual({
      BUCKET_TOTAL: '512',
      DB_NAME: 'other',
    });
  });

  it("gives way with its password to the environment's file of it, and the other way round", () => {
    expect(valuesWith({ DB_PASSWORD: 'a' }, { DB_PASSWORD_FILE: '/b' })).toEqual({ DB_PASSWORD_FILE: '/b' });
    expect(valuesWith({ DB_PASSWORD_FILE: '/a' }, { DB_PASSWORD: 'b' })).toEqual({ DB_PASSWORD: 'b' });
  });

  it('is named as where a setting is from', () => {
    const path = jetmonConfig({ BUCKET_TOTAL: 512, DB_NAME: 'x' });
    expect(givenSettings({ JETMON_CONFIG: path, DB_NAME: 'y' }).files).toEqual({ BUCKET_TOTAL: path });
  });

  it.each([
    ['no JSON', '{"DB_PASSWORD": "hunter2"', 'is no JSON'],
    ['a list', [], 'is no JSON object'],
    ['a setting that is a list', { DB_PASSWORD: ['hunter2'] }, 'its DB_PASSWORD must be a text or a number'],
    ['more than a megabyte', ' '.repeat(1_048_577), 'is larger than'],
  ])('with %s is a fault, which repeats nothing of it', (_, content, fault) => {
    expect(faultsWith(content)).toContain(fault);
    expect(faultsWith(content)).not.toContain('hunter2');
  });

  it('that is not there, or is a directory, is a fault', () => {
    const directory = directoryForTest();
    mkdirSync(join(directory, 'nested'));
    expect(givenSettings({ JETMON_CONFIG: join(directory, 'nowhere') }).faults.join()).toContain(
      'cannot be read (ENOENT)',
    );
    expect(givenSettings({ JETMON_CONFIG: join(directory, 'nested') }).faults.join()).toContain('is no file');
  });
});
