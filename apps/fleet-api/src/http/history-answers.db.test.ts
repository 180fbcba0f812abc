import { FleetHistory } from 'fleet-core/contract/answers/history';
import { Problem } from 'fleet-core/contract/answers/problem';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../trial/harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import { useFleetDatabase } from '../../trial/harness/fixtures/use-fleet-database.ts';
import { useTestApi } from '../../trial/harness/fixtures/use-test-api.ts';

const { rows } = seedExample();
const api = useTestApi(useFleetDatabase(rows), { FLEET_CACHE_TTL_MS: '30000' });

const request = (query: string, init?: RequestInit) => fetch(`${api().url}/api/fleet/history${query}`, init);

describe('/api/fleet/history', () => {
  it('tells since when the fleet is watched, and how its status began', async () => {
    const snapshot = await fetchSnapshot(api());
    const history = FleetHistory.parse(await (await request('')).json());
    expect(history.watching_since).toBe(snapshot.summary.since);
    expect(history.status_transitions).toEqual([{ at: snapshot.summary.since, from: null, to: 'amber' }]);
    expect(snapshot.summary.issue_details[0]?.since).toBe(snapshot.summary.since);
  });

  it('follows a change of status and of its issues', async () => {
    const { admin, reader } = await databaseForTest(rows);
    const own = await apiForTest(reader);
    await fetchSnapshot(own);
    await admin.query("UPDATE jetmon_process_health SET health_status = 'red', updated_at = updated_at");
    const { generated_at: at } = await fetchSnapshot(own);
    const history = FleetHistory.parse(await (await fetch(`${own.url}/api/fleet/history`)).json());
    expect(history.status_transitions.at(-1)).toEqual({ at, from: 'amber', to: 'red' });
    const headline =
      '4 processes report red: jetmon-a, jetmon-b, jetmon-c and jetmon-deliverer-1; 1,000 buckets concerned';
    const subjects = [
      'jetmon-a:monitor',
      'jetmon-b:monitor',
      'jetmon-c:monitor',
      'jetmon-deliverer-1:deliverer',
    ];
    expect(history.issue_transitions).toEqual([
      { at, code: 'process_red', from: null, to: 'red', headline, subjects },
    ]);
  });
});

describe('a range of /api/fleet/history', () => {
  const range = (since: string, until: string) => `?${new URLSearchParams({ since, until })}`;

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
    const response = await request(`?${query}`);
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
