import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { Problem } from 'fleet-core/contract/answers/problem';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../harness/fixtures/for-one-test.ts';

const drifting = () => SCENARIOS.find(({ name }) => name === 'drift')?.build().rows;

it('tells of as much drift as the snapshot, by the same rule, and how old it is', async () => {
  const { reader } = await databaseForTest(drifting());
  const api = await apiForTest(reader);
  const { projection_drift } = await fetchSnapshot(api);
  for (const encoding of ['identity', 'gzip', 'br']) {
    const response = await fetch(`${api.url}/api/fleet/drift`, { headers: { 'accept-encoding': encoding } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(response.headers.get('age')).toMatch(/^\d+$/);
    const { rule, count } = DriftDetail.parse(await response.json());
    expect(count).toBeGreaterThan(0);
    expect({ rule, count }).toEqual({ rule: projection_drift.rule, count: projection_drift.count });
  }
});

it('HEAD has no body, and other methods are refused', async () => {
  const { reader } = await databaseForTest(drifting());
  const { url } = await apiForTest(reader);
  const head = await fetch(`${url}/api/fleet/drift`, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect((await fetch(`${url}/api/fleet/drift`, { method: 'POST' })).status).toBe(405);
});

it('is 503 as a problem that tells nothing of the backend, once in the log, and heals with it', async () => {
  const { admin, reader } = await databaseForTest(drifting());
  const api = await apiForTest(reader);
  const ask = () => fetch(`${api.url}/api/fleet/drift`);
  await admin.query('RENAME TABLE jetmon_events TO gone');
  for (let i = 0; i < 3; i++) {
    const response = await ask();
    expect(response.status).toBe(503);
    const text = await response.text();
    Problem.parse(JSON.parse(text));
    expect(text).not.toMatch(/jetmon_|SELECT|gone/);
  }
  await admin.query('RENAME TABLE gone TO jetmon_events');
  expect((await ask()).status).toBe(200);
  const ofDrift = api.logged.filter((line) => Reflect.get(Object(line), 'source') === '/api/fleet/drift');
  // Of what goes on it says once more that it does, a second after the last word of it.
  expect([...new Set(ofDrift.map((line) => Reflect.get(Object(line), 'msg')))]).toEqual([
    'cannot be read',
    'the same failure met these requests, too',
    'reads again',
  ]);
});

it('says so when no bucket total is set', async () => {
  const { reader } = await databaseForTest(drifting());
  const { url } = await apiForTest(reader, { BUCKET_TOTAL: '0' });
  const { count, error } = DriftDetail.parse(await (await fetch(`${url}/api/fleet/drift`)).json());
  expect([count, error]).toEqual([null, expect.stringContaining('BUCKET_TOTAL is 0')]);
});
