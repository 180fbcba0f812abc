import { writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { PATHS } from '../../../src/http/paths.ts';
import { apiWithoutDatabase } from '../../harness/fixtures/api-without-database.ts';
import { tokenFileForTest } from '../../harness/fixtures/token-file-for-test.ts';

const ANNA = '0123456789abcdef0123456789abcdef';
const LOBBY = 'fedcba9876543210fedcba9876543210';
const WRONG = '00112233445566778899aabbccddeeff';
const NAMES = `anna ${ANNA}\nlobby ${LOBBY}\n`;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const basic = (pair: string) => ({ authorization: `Basic ${Buffer.from(pair).toString('base64')}` });

async function askingApi(env: Record<string, string> = {}) {
  const file = tokenFileForTest(NAMES);
  return { file, ...(await apiWithoutDatabase({ DASHBOARD_AUTH_TOKEN_FILE: file, ...env })) };
}
type Asking = Awaited<ReturnType<typeof askingApi>>;

const cookieOf = ({ headers }: Awaited<ReturnType<Asking['ask']>>) => ({
  cookie: String(headers['set-cookie']).split(';')[0],
});
async function linkOf({ ask }: Asking, headers: Record<string, string> = bearer(LOBBY)): Promise<string> {
  return JSON.parse((await ask('/api/fleet/wall-link', headers)).text).path;
}

describe('with a token file', () => {
  it.each([
    ['the bearer', bearer(ANNA), 200],
    ['the bearer, whatever the case of the word', { authorization: `bEARER  ${ANNA}` }, 200],
    ['the password of Basic', basic(`anna:${ANNA}`), 200],
    ['the password of any user', basic(`:${ANNA}`), 200],
    ['nothing', {}, 401],
    ['a wrong bearer', bearer(WRONG), 401],
    ['a part of one', bearer(ANNA.slice(1)), 401],
    ['a wrong password', basic(`anna:${WRONG}`), 401],
    ['the token as the user', basic(`${ANNA}:`), 401],
    ['another scheme', { authorization: `Digest ${ANNA}` }, 401],
    ['no scheme', { authorization: ANNA }, 401],
    ['a cookie that is none', { cookie: 'fleet_pass_0123456789abcdef=x' }, 401],
  ])('%s is answered so: %j → %i', async (_, headers, status) => {
    const { ask } = await askingApi();
    expect((await ask('/api/fleet/codes', headers)).status).toBe(status);
  });

  it('no path there is, or is not, is answered without one, but for the health of the process', async () => {
    const { ask } = await askingApi();
    const paths: string[] = [
      ...PATHS,
      '/nope',
      '/fleet/assets/nope.js',
      '/healthz/',
      '/HEALTHZ',
      '/fleet/enter/a/b',
    ];
    expect(paths).toContain('/api/fleet/codes');
    for (const path of paths.filter((one) => one !== '/healthz' && !one.includes(':'))) {
      expect([path, (await ask(path)).status]).toEqual([path, 401]);
      expect([path, (await ask(path, {}, { method: 'POST' })).status]).toEqual([path, 401]);
      expect([path, (await ask(path, bearer(ANNA))).status]).not.toEqual([path, 401]);
    }
    expect((await ask('/healthz')).status).toBe(200);
    expect((await ask('/healthz?x=/api/fleet')).status).toBe(200);
  });

  it('a browser that opens a page is asked for a token, and one whose page asks is not', async () => {
    const { ask } = await askingApi();
    const challenge = async (headers: Record<string, string>) =>
      (await ask('/fleet', headers)).headers['www-authenticate'];
    expect(await challenge({})).toMatch(/^Basic .*, Bearer /);
    expect(await challenge({ 'sec-fetch-mode': 'navigate' })).toContain('Basic');
    expect(await challenge({ 'sec-fetch-mode': 'cors' })).toMatch(/^Bearer /);
  });

  it('guesses of one address are slowed and told once, and who comes from another does not notice', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { ask, logged } = await askingApi({ DASHBOARD_TRUST_PROXY: '127.0.0.0/8, ::1' });
    const from = (address: string, token: string) =>
      ask('/api/fleet/codes', { 'x-forwarded-for': address, ...bearer(token) });
    const statuses: unknown[] = [];
    for (let i = 0; i < 8; i++) statuses.push((await from('192.0.2.66', `${WRONG}${i}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
    const paused = await from('192.0.2.66', ANNA);
    expect([paused.status, Number(paused.headers['retry-after'])]).toEqual([429, 1]);
    expect((await from('192.0.2.7', ANNA)).status).toBe(200);
    const told = logged.filter(({ limit }) => limit === 'wrong tokens');
    expect(told).toEqual([expect.objectContaining({ address: '192.0.2.66' })]);
  });

  it("who looks is in the log once, by the token's name and whom the trusted proxy names, and no token is", async () => {
    const { ask, logged } = await askingApi({ DASHBOARD_TRUST_PROXY: '127.0.0.1' });
    const options = { localAddress: '127.0.0.1', host: '127.0.0.1' };
    const headers = { host: 'localhost', 'x-forwarded-user': 'Anna B', ...bearer(ANNA) };
    for (let i = 0; i < 3; i++) await ask('/api/fleet/codes', headers, options);
    const seen = logged.filter(({ msg }) => msg === 'somebody looks at the fleet');
    expect(seen).toEqual([expect.objectContaining({ token: 'anna', by: 'token', user: 'Anna B' })]);
    expect(JSON.stringify(logged)).not.toContain(ANNA);
  });

  it('a user that nobody trusted names is ignored', async () => {
    const { ask, logged } = await askingApi();
    await ask('/api/fleet/codes', { 'x-forwarded-user': 'mallory', ...bearer(ANNA) });
    expect(logged).toContainEqual(expect.objectContaining({ token: 'anna', user: null }));
    expect(JSON.stringify(logged)).not.toContain('mallory');
  });
});

describe('a wall', () => {
  it('is known by a cookie that a link gives once, and that scripts and other sites do not get', async () => {
    const api = await askingApi();
    const link = await linkOf(api);
    const opened = await api.ask(link);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('url=../../fleet?wall=1');
    expect(String(opened.headers['set-cookie'])).toMatch(
      /^fleet_pass_[\da-f]{16}=[\w.-]+; Path=\/; Max-Age=7776000; HttpOnly; SameSite=Strict$/,
    );
    expect((await api.ask('/api/fleet/codes', cookieOf(opened))).status).toBe(200);
    const again = await api.ask(link);
    expect([again.status, again.headers['set-cookie']]).toEqual([403, undefined]);
  });

  it('that opens its link again is led on: it may be what its browser starts with', async () => {
    const api = await askingApi();
    const link = await linkOf(api);
    const cookie = cookieOf(await api.ask(link));
    expect((await api.ask(link, cookie)).status).toBe(200);
  });

  it('is known still after a restart, and no more once its token has left the file', async () => {
    const api = await askingApi();
    const cookie = cookieOf(await api.ask(await linkOf(api)));
    const next = await apiWithoutDatabase({ DASHBOARD_AUTH_TOKEN_FILE: api.file });
    expect((await next.ask('/api/fleet/codes', cookie)).status).toBe(200);
    writeFileSync(api.file, `anna ${ANNA}`);
    const last = await apiWithoutDatabase({ DASHBOARD_AUTH_TOKEN_FILE: api.file });
    expect((await last.ask('/api/fleet/codes', cookie)).status).toBe(401);
  });

  it('gets no further links: only who shows a token does', async () => {
    const api = await askingApi();
    const cookie = cookieOf(await api.ask(await linkOf(api)));
    expect((await api.ask('/api/fleet/wall-link', cookie)).status).toBe(403);
    expect((await api.ask('/api/fleet/wall-link')).status).toBe(401);
  });

  it('keeps its link when somebody only looks whether it is there', async () => {
    const api = await askingApi();
    const link = await linkOf(api);
    await api.ask(link, {}, { method: 'HEAD' });
    expect((await api.ask(link)).headers['set-cookie']).toBeDefined();
  });

  it('has a link of before the start no more: it may have been used then', async () => {
    const api = await askingApi();
    const link = await linkOf(api);
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    vi.setSystemTime(Date.now() + 1);
    const next = await apiWithoutDatabase({ DASHBOARD_AUTH_TOKEN_FILE: api.file });
    expect((await next.ask(link)).status).toBe(403);
  });

  it('behind https has a cookie for https alone, and behind a prefix one for that', async () => {
    const api = await askingApi({
      DASHBOARD_TRUST_PROXY: '127.0.0.0/8, ::1',
      DASHBOARD_BASE_PATH: '/jetmon',
    });
    const headers = { 'x-forwarded-proto': 'https', host: 'localhost' };
    const made = JSON.parse(
      (await api.ask('/jetmon/api/fleet/wall-link', { ...headers, ...bearer(LOBBY) })).text,
    );
    expect(made.url).toBe(`https://localhost${made.path}`);
    expect(made.path).toMatch(/^\/jetmon\/fleet\/enter\//);
    expect(String((await api.ask(made.path, headers)).headers['set-cookie'])).toMatch(
      /; Path=\/jetmon; .*; SameSite=Strict; Secure$/,
    );
  });

  it('leaves neither its link nor its cookie in the log', async () => {
    const api = await askingApi();
    const link = await linkOf(api);
    const opened = await api.ask(link);
    await api.ask(link);
    await api.ask('/api/fleet/codes', cookieOf(opened));
    const text = JSON.stringify(api.logged);
    expect(text).not.toContain(link.split('/').at(-1));
    expect(text).not.toContain(cookieOf(opened).cookie?.split('=')[1]);
  });

  it('where nobody is asked is just opened, and there is no link to be had', async () => {
    const api = await apiWithoutDatabase({});
    expect((await api.ask('/fleet/enter/anything')).status).toBe(200);
    expect((await api.ask('/api/fleet/wall-link')).status).toBe(404);
  });
});

describe('behind /jetmon', () => {
  it('paths are the same with and without it, and redirects lead there', async () => {
    const { ask } = await apiWithoutDatabase({ DASHBOARD_BASE_PATH: '/jetmon/' });
    for (const path of ['/jetmon/healthz', '/healthz', '/jetmon/api/fleet/codes'])
      expect([path, (await ask(path)).status]).toEqual([path, 200]);
    for (const path of ['/jetmon', '/jetmon/', '/'])
      expect([path, (await ask(path)).headers.location]).toEqual([path, '/jetmon/fleet']);
    expect((await ask('/jetmon/fleet/?wall=1')).headers.location).toBe('/jetmon/fleet?wall=1');
    expect((await ask('/jetmons/healthz')).status).toBe(404);
  });
});
