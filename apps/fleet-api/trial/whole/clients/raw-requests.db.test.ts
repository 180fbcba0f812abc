import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { afterAll, describe, expect, it } from 'vitest';
import { arbitraryConversation } from '../../harness/clients/arbitrary-conversation.ts';
import { sendRaw, statusesOf } from '../../harness/clients/raw-http.ts';
import { useFleetDatabase } from '../../harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../harness/fixtures/use-test-api.ts';

const FUZZ_RUNS = Number(process.env.FLEET_FUZZ_RUNS ?? 2000);
const LANES = 10;
const SECRET = 'not to be served';

/** A page with a secret beside its assets and a hidden one among them. */
const directory = mkdtempSync(join(tmpdir(), 'fleet-page-'));
mkdirSync(join(directory, 'assets'));
writeFileSync(join(directory, 'secret.txt'), SECRET);
writeFileSync(join(directory, 'assets', 'app.js'), 'the asset');
writeFileSync(join(directory, 'assets', '.env'), SECRET);
afterAll(() => rmSync(directory, { recursive: true }));

const page = {
  html: Buffer.from('the page'),
  startGuard: undefined,
  assetsDir: join(directory, 'assets'),
  buildId: 'b',
};
const database = useFleetDatabase(dynamicHealthy.build().rows);
const api = useTestApi(database, { FLEET_CACHE_TTL_MS: '30000' }, page);

const get = (target: string) =>
  sendRaw(api().port, [
    Buffer.from(`GET ${target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`, 'latin1'),
  ]);

describe('whatever is sent over a socket', () => {
  it.concurrent.for(Array.from({ length: LANES }, (_, lane) => lane))(
    'the server neither ends, hangs, nor answers 500 (%i)',
    { timeout: FUZZ_RUNS * 30 + 30_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryConversation, async (pieces) => {
          const answer = await sendRaw(api().port, pieces, true);
          expect(answer.isHung).toBe(false);
          expect(statusesOf(answer).filter((status) => status >= 500)).toEqual([]);
          expect(answer.text).not.toMatch(/node_modules|\.ts:\d|at \w+ \(/);
        }),
        { numRuns: FUZZ_RUNS / LANES },
      );
      expect(statusesOf(await get('/api/fleet'))).toEqual([200]);
    },
  );
});

const UP = ['..', '%2e%2e', '.%2e', '%2E%2E', '%252e%252e', '..;', '..%00'];
const SEPARATORS = ['/', '%2f', '%5c', '\\', '//'];
const SPELLINGS = [
  ...UP.flatMap((up) =>
    SEPARATORS.map((separator) => `/fleet/assets${separator}${up}${separator}secret.txt`),
  ),
  '/fleet/assets/.env',
  '/fleet/assets/%2eenv',
  '/fleet/assets/',
  '/fleet/assets',
  '/fleet/assets/app.js/../../secret.txt',
  'http://localhost/fleet/assets/../secret.txt',
];

it.each(SPELLINGS)('%s leads to no file outside the assets', async (target) => {
  const answer = await get(target);
  expect(answer.text).not.toContain(SECRET);
  expect([400, 404]).toContain(statusesOf(answer)[0]);
});

it.each(['http://localhost/api/fleet', 'HTTP://LOCALHOST:1/api/fleet?x=1', 'https://127.0.0.1/api/fleet'])(
  '%s is the path in it',
  async (target) => {
    const answer = await get(target);
    expect(statusesOf(answer)).toEqual([200]);
    expect(answer.text).toContain('"decision"');
  },
);

it.each([
  ['no host', 'HTTP/1.1', [], 400],
  ['no host, in HTTP/1.0', 'HTTP/1.0', [], 400],
  ['an empty host', 'HTTP/1.1', ['Host: '], 400],
  ['two hosts', 'HTTP/1.1', ['Host: localhost', 'Host: localhost'], 400],
  ['two hosts far apart', 'HTTP/1.1', ['Host: localhost', 'X: y', 'HOST: evil.example'], 400],
  ['one host', 'HTTP/1.1', ['Host: localhost'], 200],
  ['one host, in HTTP/1.0', 'HTTP/1.0', ['Host: localhost:99'], 200],
  ['a host of others', 'HTTP/1.1', ['Host: evil.example'], 421],
  ['the page of others', 'HTTP/1.1', ['Host: localhost', 'Origin: http://evil.example'], 403],
])('%s is answered with that alone, on every path', async (_, version, headers, status) => {
  for (const path of ['/api/fleet', '/fleet', '/fleet/assets/app.js', '/healthz']) {
    const lines = [`GET ${path} ${version}`, 'Connection: close', ...headers, '', ''];
    const answer = await sendRaw(api().port, [Buffer.from(lines.join('\r\n'))]);
    expect([path, statusesOf(answer)]).toEqual([path, [status]]);
    if (status !== 200) expect(answer.text).not.toMatch(/evil|"decision"|the page|the asset/);
  }
});

it('the assets themselves are served, for good', async () => {
  const answer = await get('/fleet/assets/app.js');
  expect(statusesOf(answer)).toEqual([200]);
  expect(answer.text).toContain('immutable');
});

it.each([
  ['a target', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`],
  ['a header', `GET /fleet HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`],
  [
    'cookies',
    `GET /fleet HTTP/1.1\r\nHost: localhost\r\n${`Cookie: ${'a'.repeat(1000)}\r\n`.repeat(20)}\r\n`,
  ],
])('%s of 20 KB is refused with 431', async (_, text) => {
  expect(statusesOf(await sendRaw(api().port, [Buffer.from(text)]))).toEqual([431]);
});

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK'];
const KNOWN = [
  '/',
  '/fleet',
  '/api/fleet',
  '/api/fleet?x=1',
  '/api/fleet/history',
  '/healthz',
  '/fleet/assets/app.js',
];
const UNKNOWN = ['/nope', '/api', '/Fleet', '/index.html', '/fleet/nope'];

function ask(method: string, path: string): Promise<{ status: number; allow: string | undefined }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest({ port: api().port, method, path, agent: false }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, allow: response.headers.allow }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

it.each(KNOWN.flatMap((path) => METHODS.map((method) => [method, path] as const)))(
  '%s %s is answered if it reads, else refused with what is allowed',
  async (method, path) => {
    const { status, allow } = await ask(method, path);
    const reads = method === 'GET' || method === 'HEAD';
    expect([status, allow]).toEqual(reads ? [path === '/' ? 302 : 200, undefined] : [405, 'GET, HEAD']);
  },
);

it.each(UNKNOWN.flatMap((path) => METHODS.map((method) => [method, path] as const)))(
  '%s %s is unknown, whatever the method',
  async (method, path) => {
    expect((await ask(method, path)).status).toBe(404);
  },
);
