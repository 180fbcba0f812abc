import { Problem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../trial/harness/clients/fetch-snapshot.ts';
import { useFleetDatabase } from '../../trial/harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../trial/harness/fixtures/use-test-api.ts';

const page = {
  startGuard: undefined,
  html: Buffer.from('<!doctype html><title>Fleet</title>'),
  assetsDir: '/nonexistent',
  buildId: 'b1',
};

const database = useFleetDatabase(seedExample().rows);
const api = useTestApi(database, { FLEET_CACHE_TTL_MS: '30000' }, page);

const request = (path: string, init?: RequestInit) =>
  fetch(api().url + path, { redirect: 'manual', ...init });

/** Where a client goes on, behind a proxy as well that takes off a prefix of its own. */
function locationOf({ url, headers }: Response, prefix = ''): string {
  const asked = new URL(url);
  const { pathname, search } = new URL(
    headers.get('location') ?? '',
    `${asked.origin}${prefix}${asked.pathname}`,
  );
  return `${pathname}${search}`;
}

describe('paths and methods', () => {
  it('/ leads to the page', async () => {
    const response = await request('/');
    expect(response.status).toBe(302);
    expect(locationOf(response)).toBe('/fleet');
  });

  it('/fleet/ leads to the page for good, with what was asked of it', async () => {
    const response = await request('/fleet/?wall=1');
    expect(response.status).toBe(308);
    expect(locationOf(response)).toBe('/fleet?wall=1');
    expect((await request('/fleet/', { method: 'POST' })).status).toBe(405);
  });

  it('a proxy may take off a prefix that the dashboard does not know: the page is found all the same', async () => {
    expect(locationOf(await request('/'), '/ops/jetmon')).toBe('/ops/jetmon/fleet');
    expect(locationOf(await request('/fleet/?wall=1'), '/ops/jetmon')).toBe('/ops/jetmon/fleet?wall=1');
  });

  it.each([
    '/nope',
    '/fleet/nope',
    '/api',
    '/api/fleet/nope',
    '/FLEET',
    '/api/fleet/',
    '/fleet/assets/nope.js',
    '/.env',
    '/%E0%A4%A',
    '/fleet/assets/%E0%A4%A',
    '/fleet/assets/..%2f..%2fpackage.json',
  ])('%s is unknown: 404 as a problem, never the page', async (path) => {
    const response = await request(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    Problem.parse(await response.json());
  });

  const paths = [
    '/',
    '/fleet',
    '/api/fleet',
    '/api/fleet/history',
    '/api/fleet/gate',
    '/healthz',
    '/fleet/assets/x.js',
  ];
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
  it.each(paths.flatMap((path) => methods.map((method) => ({ path, method }))))(
    '$method $path is refused with what is allowed',
    async ({ path, method }) => {
      const response = await request(path, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    },
  );

  it.each(['/fleet', '/api/fleet', '/healthz', '/nope'])(
    'HEAD %s has the headers of GET and no body',
    async (path) => {
      const [get, head] = [await request(path), await request(path, { method: 'HEAD' })];
      expect(head.status).toBe(get.status);
      expect(await head.text()).toBe('');
      for (const name of ['content-type', 'content-length', 'cache-control', 'etag']) {
        expect(head.headers.get(name)).toBe(get.headers.get(name));
      }
    },
  );
});

describe('headers', () => {
  it.each(['/fleet', '/api/fleet', '/nope', '/healthz'])(
    '%s is protected and not kept by caches',
    async (path) => {
      const { headers } = await request(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('strict-transport-security')).toBeNull();
    },
  );

  it('a harmless request id is echoed, any other replaced by one of its own', async () => {
    const echoed = await request('/api/fleet', { headers: { 'x-request-id': 'abc-1.2_3' } });
    expect(echoed.headers.get('x-request-id')).toBe('abc-1.2_3');
    const ids = new Set<string | null>();
    for (const path of ['/healthz', '/api/fleet', '/api/fleet', '/api/fleet/codes']) {
      const replaced = await request(path, { headers: { 'x-request-id': 'a b{}' } });
      expect(replaced.headers.get('x-request-id')).toMatch(/^[\da-f]{8}-[\da-f]{4}-[\da-z]+$/);
      ids.add(replaced.headers.get('x-request-id'));
    }
    expect(ids.size).toBe(4);
  });
});

describe('/api/fleet', () => {
  it('is the snapshot of the contract, in every encoding', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const response = await request('/api/fleet', { headers: { 'accept-encoding': encoding } });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(FleetSnapshot.parse(await response.json()).summary.status).toBe('amber');
    }
  });

  it('comes in the encoding that the client weighs most', async () => {
    const response = await request('/api/fleet', { headers: { 'accept-encoding': 'br;q=0.1, gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
  });

  it('says how old the snapshot is, whichever client asked for it first', async () => {
    await request('/api/fleet');
    const age = (await request('/api/fleet')).headers.get('age');
    expect(age).toMatch(/^\d+$/);
    expect(Number(age)).toBeLessThan(60);
  });

  it('says who answered', async () => {
    const snapshot = await fetchSnapshot(api());
    expect(snapshot.served_by).toMatchObject({ build_id: 'b1', version: '0.1.0' });
    expect(snapshot.sources.map((source) => [source.name, source.ok])).toEqual([
      ['process_health', true],
      ['bucket_owners', true],
      ['webhook_deliveries', true],
      ['alert_deliveries', true],
      ['projection_drift', true],
      ['site_activity', true],
    ]);
  });

  it('is not sent again to a client that has it', async () => {
    const etag = (await request('/api/fleet')).headers.get('etag') ?? '';
    const again = await request('/api/fleet', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
  });

  it.each([
    ['a list', (etag: string) => `"other", ${etag}`],
    ['the strong form', (etag: string) => etag.replace('W/', '')],
    ['anything there is', () => '*'],
  ])('nor to one that names it by %s', async (_, name) => {
    const etag = (await request('/api/fleet')).headers.get('etag') ?? '';
    const again = await request('/api/fleet', { headers: { 'if-none-match': name(etag) } });
    expect(again.status).toBe(304);
  });

  it('is sent to a client that has another', async () => {
    const again = await request('/api/fleet', { headers: { 'if-none-match': '"other", W/"x"' } });
    expect(again.status).toBe(200);
  });

  it('takes a query string', async () => {
    expect((await request('/api/fleet?x=1')).status).toBe(200);
  });
});
