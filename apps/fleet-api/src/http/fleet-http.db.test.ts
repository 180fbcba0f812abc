import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { FleetHistory } from 'fleet-core/contract/history';
import { FleetProblem, Problem } from 'fleet-core/contract/problem';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../trial/harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { useFleetDatabase } from '../../trial/harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../trial/harness/fixtures/use-test-api.ts';

const page = {
  startGuard: undefined,
  html: Buffer.from('<!doctype html><title>Fleet</title>'),
  assetsDir: '/nonexistent',
  buildId: 'b1',
};

const { rows } = seedExample();
const database = useFleetDatabase(rows);
const api = useTestApi(database, { FLEET_CACHE_TTL_MS: '30000' }, page);

/** A fleet of its own for one test, and an API that reads it anew for each request. */
async function ownFleet() {
  const { admin, reader } = await databaseForTest(rows);
  return { admin, api: await apiForTest(reader) };
}

const request = (path: string, init?: RequestInit) =>
  fetch(api().url + path, { redirect: 'manual', ...init });

describe('paths and methods', () => {
  it('/ leads to the page', async () => {
    const response = await request('/');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/fleet');
  });

  it('/fleet/ leads to the page for good, with what was asked of it', async () => {
    const response = await request('/fleet/?wall=1');
    expect(response.status).toBe(308);
    expect(response.headers.get('location')).toBe('/fleet?wall=1');
    expect((await request('/fleet/', { method: 'POST' })).status).toBe(405);
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

  it('a harmless request id is echoed, any other replaced', async () => {
    const echoed = await request('/api/fleet', { headers: { 'x-request-id': 'abc-1.2_3' } });
    expect(echoed.headers.get('x-request-id')).toBe('abc-1.2_3');
    const replaced = await request('/healthz', { headers: { 'x-request-id': 'a b{}' } });
    expect(replaced.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
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

describe('/api/fleet/history', () => {
  it('tells since when the fleet is watched, and how its status began', async () => {
    const snapshot = await fetchSnapshot(api());
    const history = FleetHistory.parse(await (await request('/api/fleet/history')).json());
    expect(history.watching_since).toBe(snapshot.summary.since);
    expect(history.status_transitions).toEqual([{ at: snapshot.summary.since, from: null, to: 'amber' }]);
    expect(snapshot.summary.issue_details[0]?.since).toBe(snapshot.summary.since);
  });

  it('follows a change of status and of its issues', async () => {
    const own = await ownFleet();
    await fetchSnapshot(own.api);
    await own.admin.query("UPDATE jetmon_process_health SET health_status = 'red', updated_at = updated_at");
    const { generated_at: at } = await fetchSnapshot(own.api);
    const history = FleetHistory.parse(await (await fetch(`${own.api.url}/api/fleet/history`)).json());
    expect(history.status_transitions.at(-1)).toEqual({ at, from: 'amber', to: 'red' });
    expect(history.issue_transitions).toEqual([{ at, code: 'process_red', from: null, to: 'red' }]);
  });
});

describe('a range of /api/fleet/history', () => {
  const range = (since: string, until: string) =>
    `/api/fleet/history?${new URLSearchParams({ since, until })}`;

  it('holds the samples of its minutes', async () => {
    const { generated_at: now } = await fetchSnapshot(api());
    const ask = async (since: string, until: string) =>
      FleetHistory.parse(await (await request(range(since, until))).json()).samples;
    expect(await ask(now, now)).toMatchObject({
      begins_at: `${now.slice(0, 17)}00Z`,
      minute: [0],
      level: ['amber'],
      bucket_total: [1000],
    });
    expect((await ask('2026-01-01T00:00:00Z', '2026-01-01T01:00:00+01:00'))?.minute).toEqual([]);
  });

  it.each([
    ['since=yesterday', 'since'],
    ['since=2026-01-01', 'since'],
    ['since=2026-02-30T00:00:00Z', 'since'],
    ['since=1969-12-31T23:59:59Z', 'since'],
    ['until=9999-12-31T23:59:59-23:59', 'until'],
    ['since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z', 'until'],
    ['since=2026-01-02T00:00:00Z&since=2026-01-02T00:00:00Z', 'since'],
    ['minutes=5', 'minutes'],
  ])('that cannot be is 400, and the parameter is named: %s', async (query, name) => {
    const response = await request(`/api/fleet/history?${query}`);
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).detail).toContain(name);
  });

  it.each(['br', 'gzip', 'identity'])(
    'is sent as %s to whom wants that, and not again to whom has it',
    async (encoding) => {
      const path = range('2026-01-01T00:00:00Z', '2026-01-08T00:00:00Z');
      const headers = { 'accept-encoding': encoding };
      const response = await request(path, { headers });
      expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      expect(response.headers.get('vary')).toBe('Accept-Encoding');
      expect(response.headers.get('cache-control')).toBe('no-store');
      FleetHistory.parse(await response.json());
      const etag = response.headers.get('etag') ?? '';
      const again = await request(path, { headers: { ...headers, 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    },
  );
});

describe('when the database cannot answer', () => {
  it('is 503 as a problem that tells nothing of the backend, while the log tells all', async () => {
    const { reader } = database();
    const denied = await apiForTest({ ...reader, password: 'wrong-password' });
    const response = await fetch(`${denied.url}/api/fleet`);
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const text = await response.text();
    const body = FleetProblem.parse(JSON.parse(text));
    expect(body).toMatchObject({ status: 503, last_snapshot: null, last_snapshot_age_sec: null });
    const { user, host, database: name } = reader;
    for (const secret of [user, host, name, 'wrong-password', 'denied', 'SELECT', 'jetmon_']) {
      expect(text).not.toContain(secret);
    }
    expect(denied.logged).toContainEqual(
      expect.objectContaining({ source: 'snapshot', failure_class: 'denied', failure_id: body.failure_id }),
    );
    expect(JSON.stringify(denied.logged)).toContain(user);
  });

  it('carries the last good snapshot, marked as past by its age', async () => {
    const own = await ownFleet();
    const good = await fetchSnapshot(own.api);
    await own.admin.query('RENAME TABLE jetmon_process_health TO gone');
    const response = await fetch(`${own.api.url}/api/fleet`);
    expect(response.status).toBe(503);
    const body = FleetProblem.parse(await response.json());
    expect(body.last_snapshot).toEqual(good);
    expect(body.last_snapshot_age_sec).toBeLessThan(5);
    expect('summary' in body).toBe(false);
    for (const encoding of ['br', 'gzip', 'identity']) {
      const again = await fetch(`${own.api.url}/api/fleet`, { headers: { 'accept-encoding': encoding } });
      expect(again.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
      const told = FleetProblem.parse(await again.json());
      expect(told.last_snapshot).toEqual(good);
      expect(told.request_id).toBe(again.headers.get('x-request-id'));
    }
  });

  it.each([
    ['jetmon_hosts', 'bucket_owners'],
    ['jetmon_webhook_deliveries', 'webhook_deliveries'],
    ['jetmon_alert_deliveries', 'alert_deliveries'],
    ['jetmon_events', 'projection_drift'],
  ])('without %s only the section %s is red; the rest is served', async (table, source) => {
    const own = await ownFleet();
    await own.admin.query(`RENAME TABLE ${table} TO gone`);
    const snapshot = await fetchSnapshot(own.api);
    expect(snapshot.sources.filter((read) => !read.ok).map((read) => read.name)).toEqual([source]);
    expect(snapshot.summary.status).toBe('red');
    expect(snapshot.processes).toHaveLength(4);
    expect(JSON.stringify(snapshot)).not.toContain('gone');
    expect(own.api.logged).toContainEqual(expect.objectContaining({ source, failure_class: 'schema' }));
  });
});
