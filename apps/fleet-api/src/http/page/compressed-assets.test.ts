import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../../trial/harness/fixtures/start-test-api.ts';
import { UNREACHABLE_DATABASE } from '../../../trial/harness/network/unreachable-database.ts';

const SCRIPT = Buffer.from('the script '.repeat(200));
let directory: string;
let api: TestApi;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-assets-'));
  const assetsDir = join(directory, 'assets');
  mkdirSync(assetsDir);
  writeFileSync(join(assetsDir, 'app.js'), SCRIPT);
  writeFileSync(join(assetsDir, 'app.js.br'), brotliCompressSync(SCRIPT));
  writeFileSync(join(assetsDir, 'app.js.gz'), gzipSync(SCRIPT));
  writeFileSync(join(assetsDir, 'lone.js'), SCRIPT);
  const startGuard = Buffer.from('the guard');
  const page = { html: Buffer.from('the page'), startGuard, assetsDir, buildId: 'b' };
  api = await startTestApi(UNREACHABLE_DATABASE, {}, page);
});
afterAll(async () => {
  await api.close();
  rmSync(directory, { recursive: true });
});

/** The bytes as they travel: `fetch` would open them. */
function ask(path: string, headers: Record<string, string>) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      request(api.url + path, { headers }, (response) => {
        buffer(response).then(
          (body) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
          reject,
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

it.each([
  ['br, gzip', 'br', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['br;q=0.1, gzip;q=0.9', 'gzip', gunzipSync],
  ['br;q=0, identity', undefined, (bytes: Buffer) => bytes],
  ['', undefined, (bytes: Buffer) => bytes],
])('a client that accepts %j gets %s, and the same script in it', async (accepts, encoding, open) => {
  const { status, headers, body } = await ask('/fleet/assets/app.js', { 'accept-encoding': accepts });
  expect([status, headers['content-encoding'], headers.vary]).toEqual([200, encoding, 'Accept-Encoding']);
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['cache-control']).toContain('immutable');
  expect(open(body)).toEqual(SCRIPT);
});

it('the twins have tags of their own, so that no cache mixes them up', async () => {
  const tags = await Promise.all(
    ['br', 'gzip', ''].map(async (accepts) => {
      const { headers } = await ask('/fleet/assets/app.js', { 'accept-encoding': accepts });
      return String(headers.etag);
    }),
  );
  expect(new Set(tags).size).toBe(3);
  const known = { 'accept-encoding': 'br', 'if-none-match': tags[0] ?? '' };
  expect((await ask('/fleet/assets/app.js', known)).status).toBe(304);
});

it('scripts have the headers that protect them, and none that are for documents', async () => {
  for (const path of ['/fleet/assets/app.js', '/fleet/assets/lone.js']) {
    const { headers } = await ask(path, { 'accept-encoding': 'br' });
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['content-security-policy']).toBeUndefined();
  }
  const gone = await ask('/fleet/assets/gone.js', {});
  expect(gone.headers['content-security-policy']).toContain("default-src 'none'");
});

it('what has no twin goes as it is', async () => {
  const { headers, body } = await ask('/fleet/assets/lone.js', { 'accept-encoding': 'br, gzip' });
  expect(headers['content-encoding']).toBeUndefined();
  expect(body).toEqual(SCRIPT);
});

it('a script that is not there is 404, in words and not compressed', async () => {
  const { status, headers } = await ask('/fleet/assets/gone.js', { 'accept-encoding': 'br' });
  expect([status, headers['content-encoding']]).toEqual([404, undefined]);
});

it('the script that tells of a page that cannot load has one name in every build, and is asked for anew each time', async () => {
  const { status, headers, body } = await ask('/fleet/start-guard.js', {});
  expect([status, String(body), headers['cache-control']]).toEqual([200, 'the guard', 'no-store']);
});

it.each([
  ['/fleet', 'the page'],
  ['/fleet/start-guard.js', 'the guard'],
])('%s is sent compressed to who takes it so, and to nobody else', async (path, text) => {
  const compressed = await ask(path, { 'accept-encoding': 'br' });
  expect([compressed.headers['content-encoding'], compressed.headers.vary]).toEqual([
    'br',
    'Accept-Encoding',
  ]);
  expect(String(brotliDecompressSync(compressed.body))).toBe(text);
  const plain = await ask(path, {});
  expect([plain.headers['content-encoding'], String(plain.body)]).toEqual([undefined, text]);
});
