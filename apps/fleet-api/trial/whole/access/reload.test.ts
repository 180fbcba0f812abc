import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apiWithoutDatabase } from '../../harness/fixtures/api-without-database.ts';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';

const ANNA = '0123456789abcdef0123456789abcdef';
const BERT = 'fedcba9876543210fedcba9876543210';
const OTHER = '00112233445566778899aabbccddeeff';

/** An API with a token file and a configuration of Jetmon that can be written anew. */
async function reloadingApi() {
  const directory = directoryForTest();
  const put = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(`${path}.new`, text, { mode: 0o600 });
    renameSync(`${path}.new`, path);
    return path;
  };
  const putConfig = (settings: Record<string, unknown>) =>
    put('config.json', JSON.stringify({ DB_PASSWORD: 'first', BUCKET_TOTAL: 1000, ...settings }));
  const api = await apiWithoutDatabase({
    DASHBOARD_AUTH_TOKEN_FILE: put('tokens', `anna ${ANNA}\nbert ${BERT}`),
    JETMON_CONFIG: putConfig({}),
  });
  const told = async () => {
    const from = api.logged.length;
    await api.reload();
    return api.logged.slice(from);
  };
  const statusWith = async (token: string) =>
    (await api.ask('/api/fleet/codes', { authorization: `Bearer ${token}` })).status;
  return { ...api, putTokens: (text: string) => put('tokens', text), putConfig, told, statusWith };
}

describe('a reload', () => {
  it('says that nothing changed when nothing did', async () => {
    const { told } = await reloadingApi();
    expect(await told()).toEqual([
      expect.objectContaining({
        changed: [],
        tokens: { added: [], removed: [], replaced: [] },
        plan: 'none is set',
      }),
    ]);
  });

  it('lets other tokens count, and says whose they are', async () => {
    const { putTokens, told, statusWith } = await reloadingApi();
    putTokens(`anna ${OTHER}\ncarl ${BERT}`);
    expect(await told()).toEqual([
      expect.objectContaining({ tokens: { added: ['carl'], removed: ['bert'], replaced: ['anna'] } }),
    ]);
    expect([await statusWith(ANNA), await statusWith(OTHER), await statusWith(BERT)]).toEqual([
      401, 200, 200,
    ]);
  });

  it.each([
    ['is empty', ''],
    ['has a token that can be guessed', 'anna secret'],
  ])('keeps the tokens from before while their file %s', async (_, text) => {
    const { putTokens, told, statusWith } = await reloadingApi();
    putTokens(text);
    expect((await told())[0]).toMatchObject({
      faults: [expect.stringContaining('DASHBOARD_AUTH_TOKEN_FILE')],
    });
    expect(await statusWith(ANNA)).toBe(200);
    putTokens(`carl ${OTHER}`);
    await told();
    expect([await statusWith(ANNA), await statusWith(OTHER)]).toEqual([401, 200]);
  });

  it('lets another password count, which it does not tell', async () => {
    const { putConfig, told } = await reloadingApi();
    putConfig({ DB_PASSWORD: 'second' });
    const lines = await told();
    expect(lines).toEqual([expect.objectContaining({ changed: ['DB_PASSWORD'] })]);
    expect(JSON.stringify(lines)).not.toContain('second');
    expect(await told()).toEqual([expect.objectContaining({ changed: [] })]);
  });

  it('names what counts after a restart, each time until then', async () => {
    const { putConfig, told } = await reloadingApi();
    putConfig({ BUCKET_TOTAL: 512, DB_HOST: 'db.example' });
    for (let i = 0; i < 2; i++)
      expect((await told())[0]).toMatchObject({
        settings: ['DB_HOST', 'BUCKET_TOTAL'],
        msg: 'these settings count after a restart',
      });
    putConfig({});
    expect(await told()).toHaveLength(1);
  });

  it('keeps all while one is faulty', async () => {
    const { putConfig, putTokens, told, statusWith } = await reloadingApi();
    putConfig({ BUCKET_TOTAL: 'many' });
    putTokens(`carl ${OTHER}`);
    expect((await told())[0]).toMatchObject({
      faults: [expect.stringContaining('BUCKET_TOTAL is "many" in /')],
    });
    expect([await statusWith(ANNA), await statusWith(OTHER)]).toEqual([200, 401]);
  });
});

it('/readyz says while the settings that were read last are faulty, and no longer once they are mended', async () => {
  const { ask, reload, putConfig } = await reloadingApi();
  const headers = { authorization: `Bearer ${ANNA}` };
  const readiness = async () => {
    const { status, text } = await ask('/readyz?exclude=database,watch,page', headers);
    return [status, text];
  };
  expect(await readiness()).toEqual([200, 'ready\n']);
  putConfig({ BUCKET_TOTAL: -1 });
  await reload();
  expect(await readiness()).toEqual([503, 'not ready: config\n']);
  putConfig({});
  await reload();
  expect(await readiness()).toEqual([200, 'ready\n']);
});
