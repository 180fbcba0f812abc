import { readFileSync } from 'node:fs';
import { FleetSummary } from 'fleet-core/contract/answers/fleet-summary';
import { Problem } from 'fleet-core/contract/answers/problem';
import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { apiForTest, databaseForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { useFleetDatabase } from '../../trial/harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../trial/harness/fixtures/use-test-api.ts';
import { KEPT_DOCUMENT } from '../../trial/openapi/kept-document.ts';

const stopped = useFleetDatabase(seedExample().rows);
const stoppedApi = useTestApi(stopped, { FLEET_CACHE_TTL_MS: '30000' });
const well = useFleetDatabase(dynamicHealthy.build().rows);
const wellApi = useTestApi(well, { FLEET_CACHE_TTL_MS: '30000' });

const ask = (api: { url: string }, path: string, headers: Record<string, string> = {}) =>
  fetch(api.url + path, { headers });

describe('/api/fleet/summary', () => {
  it('says what the snapshot decides, without its steps', async () => {
    const snapshot = FleetSnapshot.parse(await (await ask(stoppedApi(), '/api/fleet')).json());
    const response = await ask(stoppedApi(), '/api/fleet/summary');
    const body = await response.json();
    const summary = FleetSummary.parse(body);
    expect(response.status).toBe(200);
    expect(body).toEqual(summary);
    expect(summary.generated_at).toBe(snapshot.generated_at);
    expect(summary.decision).toEqual(snapshot.decision);
    expect(summary.causes.map(({ code }) => code)).toEqual(
      snapshot.causes.slice(0, 5).map(({ code }) => code),
    );
  });

  it('is a problem without the last snapshot where there is no present one', async () => {
    const { admin, reader } = await databaseForTest(seedExample().rows);
    const api = await apiForTest(reader);
    expect((await ask(api, '/api/fleet/summary')).status).toBe(200);
    await admin.query('RENAME TABLE jetmon_process_health TO gone');
    const response = await ask(api, '/api/fleet/summary?strict=1');
    const body = await response.json();
    expect(response.status).toBe(503);
    expect(Problem.parse(body).failure_id).toBeDefined();
    expect(body).not.toHaveProperty('last_snapshot');
  });

  it('takes no parameter but strict', async () => {
    const response = await ask(stoppedApi(), '/api/fleet/summary?stritc=1');
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).detail).toBe('There is no parameter "stritc".');
  });
});

describe('strict=1', () => {
  it.each(['/api/fleet', '/api/fleet/summary', '/api/fleet/gate?for=advance'])(
    '%s is the same answer with 503 where the fleet may not advance, else with 200',
    async (path) => {
      const strict = `${path}${path.includes('?') ? '&' : '?'}strict=1`;
      const [loose, refused] = await Promise.all([ask(stoppedApi(), path), ask(stoppedApi(), strict)]);
      expect(loose.status).toBe(200);
      expect(refused.status).toBe(503);
      expect(refused.headers.get('content-type')).toBe(loose.headers.get('content-type'));
      expect(await refused.json()).toEqual(await loose.json());
      expect((await ask(wellApi(), strict)).status).toBe(200);
    },
  );

  it('refuses also whoever has the snapshot already, and answers 304 where the fleet may advance', async () => {
    const etagOf = async (api: { url: string }) => (await ask(api, '/api/fleet')).headers.get('etag') ?? '';
    const stoppedTag = await etagOf(stoppedApi());
    const again = await ask(stoppedApi(), '/api/fleet?strict=1', { 'If-None-Match': stoppedTag });
    expect(again.status).toBe(503);
    const wellTag = await etagOf(wellApi());
    const unchanged = await ask(wellApi(), '/api/fleet?strict=1', { 'If-None-Match': wellTag });
    expect(unchanged.status).toBe(304);
  });

  it.each(['/api/fleet', '/api/fleet/summary'])('%s takes 0 and 1 alone', async (path) => {
    expect((await ask(stoppedApi(), `${path}?strict=0`)).status).toBe(200);
    const response = await ask(stoppedApi(), `${path}?strict=yes`);
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).detail).toBe('Parameter "strict": it must be 0 or 1.');
  });

  it('/api/fleet takes any other parameter, as ever', async () => {
    expect((await ask(stoppedApi(), '/api/fleet?x=1')).status).toBe(200);
  });
});

describe('/readyz', () => {
  const page = {
    html: Buffer.from('<!doctype html>'),
    startGuard: undefined,
    assetsDir: '/none',
    buildId: 'b',
  };
  const fleet = useFleetDatabase(seedExample().rows);
  const api = useTestApi(fleet, {}, page);

  it('is ready once the fleet was read', async () => {
    const before = await ask(api(), '/readyz');
    expect(before.status).toBe(503);
    expect(await before.text()).toBe('not ready: database\n');
    await ask(api(), '/api/fleet');
    const after = await ask(api(), '/readyz');
    expect(after.status).toBe(200);
    expect(await after.text()).toBe('ready\n');
  });

  it('tells each check when asked to, and nothing of the backend when a read has failed', async () => {
    const { admin, reader } = fleet();
    await ask(api(), '/api/fleet');
    await admin.query('RENAME TABLE jetmon_process_health TO gone');
    await ask(api(), '/api/fleet');
    const response = await ask(api(), '/readyz?verbose');
    await admin.query('RENAME TABLE gone TO jetmon_process_health');
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text.split('\n')).toEqual([
      '[+] config: the settings are in force',
      '[-] database: the last read failed; the log says why',
      '[+] watch: is off: the fleet is read when somebody asks',
      '[+] page: the page is there',
      'not ready: database',
      '',
    ]);
    expect(text).not.toContain(reader.user);
    const without = await ask(api(), '/readyz?exclude=database');
    expect(without.status).toBe(200);
    // Reads pause for a moment after one that failed.
    await expect.poll(async () => (await ask(api(), '/api/fleet')).status).toBe(200);
    expect((await ask(api(), '/readyz')).status).toBe(200);
  });

  it('knows the checks that can be left out', async () => {
    const response = await ask(api(), '/readyz?exclude=page,databse');
    expect(response.status).toBe(400);
    expect(Problem.parse(await response.json()).detail).toBe(
      'Parameter "exclude": there is no check "databse", only config, database, watch, page.',
    );
  });
});

describe('/api/openapi.json', () => {
  it('is what is kept in the docs, and is not sent twice', async () => {
    const response = await ask(wellApi(), '/api/openapi.json');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual(JSON.parse(readFileSync(KEPT_DOCUMENT, 'utf8')));
    const etag = response.headers.get('etag') ?? '';
    expect((await ask(wellApi(), '/api/openapi.json', { 'If-None-Match': etag })).status).toBe(304);
  });
});
