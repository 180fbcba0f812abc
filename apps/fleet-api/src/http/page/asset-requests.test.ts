import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from 'fleet-core/contract/answers/problem';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startTestApi, type TestApi } from '../../../trial/harness/fixtures/start-test-api.ts';
import { UNREACHABLE_DATABASE } from '../../../trial/harness/network/unreachable-database.ts';

let directory: string;
let api: TestApi;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fleet-assets-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets', 'app.js'), 'the asset');
  const page = {
    html: Buffer.from('the page'),
    startGuard: undefined,
    assetsDir: join(directory, 'assets'),
    buildId: 'b',
  };
  api = await startTestApi(UNREACHABLE_DATABASE, {}, page);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await api.close();
  rmSync(directory, { recursive: true });
});

const ask = (headers: Record<string, string>, path = '/fleet/assets/app.js') =>
  fetch(api.url + path, { headers });

/** Every look at a file fails in this way, wherever it lies. */
function failFiles(code: string): void {
  vi.spyOn(fs, 'stat').mockImplementation((...args: unknown[]) => {
    const done = args.at(-1);
    if (typeof done === 'function') done(Object.assign(new Error(`${code}: no`), { code }));
  });
}

describe('a request for an asset that cannot be met as it is asked', () => {
  it.each([
    ['a range past its end', { range: 'bytes=100-200' }, 416],
    ['a range that begins past its end', { range: 'bytes=9-' }, 416],
    ['a version that it is not', { 'if-match': '"other"' }, 412],
    ['a version that is weak', { 'if-match': 'W/"1"' }, 412],
    ['a state before it was made', { 'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:01 GMT' }, 412],
  ])('%s: refused as such, kept by nobody', async (_, headers, status) => {
    const response = await ask(headers);
    expect(response.status).toBe(status);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-range')).toBe(status === 416 ? 'bytes */9' : null);
    expect(response.headers.get('etag')).toBeNull();
    expect(Problem.parse(await response.json()).request_id).toBe(response.headers.get('x-request-id'));
  });

  it('leaves nothing in the log, however often and under whatever name it is made', async () => {
    for (let i = 0; i < 50; i++) {
      expect((await ask({ range: 'bytes=100-' }, `/fleet/assets/app.js?${i}`)).status).toBe(416);
      expect((await ask({ 'if-match': '"x"' }, `/fleet/assets/%61pp.js?${i}`)).status).toBe(412);
      expect((await ask({}, `/fleet/assets/%2${i}`)).status).toBe(404);
    }
    expect(api.logged).toEqual([]);
  });

  it('that can be met is met', async () => {
    const part = await ask({ range: 'bytes=0-2' });
    expect([part.status, await part.text()]).toEqual([206, 'the']);
    expect(part.headers.get('cache-control')).toContain('immutable');
    const etag = (await ask({})).headers.get('etag') ?? '';
    expect((await ask({ 'if-match': etag })).status).toBe(200);
  });
});

describe('while files cannot be read', () => {
  it.each(['EMFILE', 'ENFILE'])(
    'for want of descriptors (%s) an asset is 503 for now, all else is answered',
    async (code) => {
      failFiles(code);
      const response = await ask({});
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
      expect((await ask({}, '/fleet')).status).toBe(200);
    },
  );

  it('every 500 is in the log by its request id, in a few lines for all of them, without the names that were asked for', async () => {
    failFiles('EIO');
    const ids: string[] = [];
    for (let i = 0; i < 100; i++) {
      const response = await ask(
        i % 2 === 0 ? {} : { 'x-request-id': `mine-${i}` },
        `/fleet/assets/name-${i}`,
      );
      const problem = Problem.parse(await response.json());
      expect([response.status, problem.request_id]).toEqual([500, response.headers.get('x-request-id')]);
      expect(problem.failure_id).toBe(ids[0] ?? problem.request_id);
      ids.push(problem.request_id);
    }
    await api.close();
    const log = JSON.stringify(api.logged);
    for (const id of ids) expect(log).toContain(id);
    // One at once, then after 1, 2, 4, 8 and 16 s at most, and one at the end.
    expect(api.logged.length).toBeLessThanOrEqual(7);
    expect(log).not.toContain('name-99');
    api = await startTestApi(UNREACHABLE_DATABASE);
  });
});

it('a page that was not built is 503, by its request id in the log', async () => {
  const bare = await startTestApi(
    UNREACHABLE_DATABASE,
    {},
    { html: undefined, startGuard: undefined, assetsDir: '/nonexistent', buildId: '' },
  );
  const response = await fetch(`${bare.url}/fleet`);
  const { request_id } = Problem.parse(await response.json());
  await bare.close();
  expect(response.status).toBe(503);
  expect(JSON.stringify(bare.logged)).toContain(request_id);
});
