import { Gate } from 'fleet-core/contract/answers/gate';
import { FleetProblem, Problem } from 'fleet-core/contract/answers/problem';
import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { pinnedAsPlanned } from 'fleet-lab/scenarios/rollout/pinned-as-planned';
import type { Scenario } from 'fleet-lab/scenarios/scenario';
import { drift } from 'fleet-lab/scenarios/sites/drift';
import { apiSettings } from 'fleet-lab/state/api-settings';
import { describe, expect, it } from 'vitest';
import { directoryForTest } from '../../../trial/harness/fixtures/directory-for-test.ts';
import { apiForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';

async function gateFor({ build }: Scenario, env: Record<string, string> = {}) {
  const { rows, ...settings } = build();
  const { admin, reader } = await databaseForTest(rows);
  const api = await apiForTest(reader, { ...(await apiSettings(settings, directoryForTest())), ...env });
  const get = (query: string, init?: RequestInit) => fetch(`${api.url}/api/fleet/gate?${query}`, init);
  return { admin, api, get, ask: async (query: string) => Gate.parse(await (await get(query)).json()) };
}

describe('a fleet that is pinned as planned', () => {
  it('answers each question from the database', async () => {
    const { ask } = await gateFor(pinnedAsPlanned);
    expect(await ask('for=advance')).toMatchObject({ ok: true, code: 'pass' });
    const cutover = await ask('for=cutover&host=jetmon-b&buckets=166-332');
    expect(cutover).toMatchObject({ ok: true, code: 'pass' });
    expect(cutover.checks.map(({ code }) => code)).toEqual([
      'owned_once',
      'monitor_fresh',
      'monitor_range',
      'sites_checked',
      'drift',
      'no_owner_row',
    ]);
    expect(await ask('for=cutover&host=jetmon-b&buckets=166-331')).toMatchObject({ ok: false, code: 'fail' });
    expect(await ask('for=rollback&buckets=166-332')).toMatchObject({ ok: false, code: 'fail' });
    expect(await ask('for=dynamic')).toMatchObject({ ok: false, code: 'fail' });
  });

  it('is not cut over in a range of which one site was not checked since its monitor started', async () => {
    const { ask, admin } = await gateFor(pinnedAsPlanned);
    await admin.query(
      'UPDATE jetpack_monitor_sites SET last_checked_at = NULL WHERE bucket_no = 171 LIMIT 1',
    );
    const { code, checks } = await ask('for=cutover&host=jetmon-b&buckets=166-332');
    expect(code).toBe('fail');
    expect(checks.filter(({ ok }) => ok !== true)).toEqual([
      {
        code: 'sites_checked',
        ok: false,
        fact: expect.stringMatching(/^sites in 1 of \d+ buckets .*: 171$/),
      },
    ]);
  });
});

it('drift counts in the range that is asked for, and nowhere else', async () => {
  const { ask } = await gateFor(drift);
  const driftIn = async (host: string, buckets: string) => {
    const { checks } = await ask(`for=cutover&host=${host}&buckets=${buckets}`);
    return checks.find(({ code }) => code === 'drift')?.ok;
  };
  expect(await driftIn('jetmon-b', '166-332')).toBe(false);
  expect(await driftIn('jetmon-b', '167-170')).toBe(null);
  expect(await driftIn('jetmon-b', '300-332')).toBe(true);
});

it('is 200 whatever the verdict; asked to be strict, 503 with the same body when it is not ok', async () => {
  const { get, ask } = await gateFor(dynamicHealthy, { FLEET_CACHE_TTL_MS: '30000' });
  expect((await get('for=dynamic&strict=1')).status).toBe(200);
  const query = 'for=rollback&buckets=166-332';
  expect((await get(query)).status).toBe(200);
  const strict = await get(`${query}&strict=1`);
  expect(strict.status).toBe(503);
  expect(strict.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(strict.headers.get('cache-control')).toBe('no-store');
  expect(await strict.json()).toEqual(await ask(query));
});

it('parameters that cannot be taken are a problem in words', async () => {
  const { get } = await gateFor(dynamicHealthy);
  const response = await get('for=cutover&host=jetmon-a&buckets=0-1000');
  expect(response.status).toBe(400);
  expect(Problem.parse(await response.json()).detail).toBe(
    'Parameter "buckets": 0-1000 goes beyond the buckets that there are, 0-999.',
  );
});

it('more ranges at a time than are read are refused for a while', async () => {
  const { get } = await gateFor(dynamicHealthy, { FLEET_CACHE_TTL_MS: '30000' });
  const answers = await Promise.all([0, 1, 2, 3, 4].map((end) => get(`for=rollback&buckets=0-${end}`)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 503]);
});

it('without a present snapshot it answers as /api/fleet does, and never from the last one', async () => {
  const { get, admin, api } = await gateFor(dynamicHealthy);
  expect((await get('for=dynamic')).status).toBe(200);
  await admin.query('RENAME TABLE jetmon_process_health TO gone');
  const [gate, fleet] = [await get('for=dynamic'), await fetch(`${api.url}/api/fleet`)];
  expect([gate.status, fleet.status]).toEqual([503, 503]);
  expect(gate.headers.get('content-type')).toBe(fleet.headers.get('content-type'));
  const problem = FleetProblem.parse(await gate.json());
  expect(problem.detail).toBe('The fleet could not be read in time.');
  expect(problem.last_snapshot?.decision.code).toBe('advance');
  expect(problem).not.toHaveProperty('ok');
});

it('drift that cannot be read leaves a cutover unknown', async () => {
  const { ask, admin } = await gateFor(pinnedAsPlanned);
  await admin.query('RENAME TABLE jetmon_events TO gone');
  const { code, checks } = await ask('for=cutover&host=jetmon-b&buckets=166-332');
  expect(code).toBe('unknown');
  expect(checks.find(({ ok }) => ok === null)).toEqual({
    code: 'drift',
    ok: null,
    fact: 'the sites of the range could not be read',
  });
});

it('a HEAD has the headers of GET and no body', async () => {
  const { get } = await gateFor(dynamicHealthy, { FLEET_CACHE_TTL_MS: '30000' });
  const [full, head] = [await get('for=dynamic'), await get('for=dynamic', { method: 'HEAD' })];
  expect(head.status).toBe(200);
  expect(await head.text()).toBe('');
  expect(head.headers.get('content-length')).toBe(full.headers.get('content-length'));
});
