import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY_ROOT } from 'fleet-lab/repository-root';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { findPromtool } from 'fleet-lab/system-packages/requirement';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../../trial/harness/clients/fetch-snapshot.ts';
import { directoryForTest } from '../../../trial/harness/fixtures/directory-for-test.ts';
import { apiForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';

const monitoring = join(REPOSITORY_ROOT, 'docs/monitoring');

/** What promtool says, and what it ends with. */
function promtool(args: readonly string[], input = '') {
  const program = findPromtool();
  if (program === null) throw new Error('promtool is missing: pnpm test gets it');
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: monitoring, input, encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}

async function scrape(api: { url: string }): Promise<string> {
  const response = await fetch(`${api.url}/metrics`);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  return response.text();
}

/** The lines of one metric. */
function linesOf(text: string, name: string): string[] {
  return text.split('\n').filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
}

const fleetLines = (text: string) => text.split('\n').filter((line) => line.startsWith('fleet_'));

describe('/metrics', () => {
  it('holds to what promtool asks of metrics, and has what the snapshot says', async () => {
    const { reader } = await databaseForTest(seedExample().rows);
    const api = await apiForTest(reader);
    const { decision } = await fetchSnapshot(api);
    const text = await scrape(api);
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, text: '' });
    expect(linesOf(text, 'fleet_snapshot_up')).toEqual(['fleet_snapshot_up 1']);
    expect(linesOf(text, 'fleet_decision')).toContain(`fleet_decision{decision="${decision.code}"} 1`);
    expect(linesOf(text, 'fleet_decision')).toHaveLength(4);
    expect(linesOf(text, 'process_resident_memory_bytes')).toHaveLength(1);
  });

  it('reads nothing, and tells nothing of a fleet that nobody has read', async () => {
    const { reader } = await databaseForTest(seedExample().rows);
    const api = await apiForTest(reader);
    for (const text of [await scrape(api), await scrape(api)]) {
      expect(linesOf(text, 'fleet_snapshot_up')).toEqual(['fleet_snapshot_up 0']);
      expect(linesOf(text, 'fleet_snapshot_age_seconds')).toEqual([]);
      expect(linesOf(text, 'fleet_decision')).toEqual([]);
      expect(linesOf(text, 'fleet_reads_total')).toEqual([]);
    }
  });

  it('once a read fails it is blind: no number of the fleet is left, and the failure is counted', async () => {
    const { admin, reader } = await databaseForTest(seedExample().rows);
    const api = await apiForTest(reader);
    await fetch(`${api.url}/api/fleet`);
    await admin.query('RENAME TABLE jetmon_process_health TO gone');
    await fetch(`${api.url}/api/fleet`);
    const text = await scrape(api);
    expect(promtool(['check', 'metrics'], text)).toEqual({ status: 0, text: '' });
    expect(linesOf(text, 'fleet_snapshot_up')).toEqual(['fleet_snapshot_up 0']);
    expect(linesOf(text, 'fleet_snapshot_age_seconds')).toHaveLength(1);
    expect(linesOf(text, 'fleet_read_failures_total')).toContain(
      'fleet_read_failures_total{source="snapshot",class="schema"} 1',
    );
    const names = new Set(fleetLines(text).map((line) => line.split(/[ {]/)[0]));
    expect([...names].sort()).toEqual([
      'fleet_build_info',
      'fleet_http_requests_total',
      'fleet_read_failures_total',
      'fleet_reads_total',
      'fleet_snapshot_age_seconds',
      'fleet_snapshot_requests_total',
      'fleet_snapshot_up',
      'fleet_tokens_refused_total',
    ]);
  });

  it('counts answers by route and status, whatever names clients make up', async () => {
    const { reader } = await databaseForTest(seedExample().rows);
    const api = await apiForTest(reader, { FLEET_CACHE_TTL_MS: '15000' });
    for (const path of [
      '/api/fleet',
      '/api/fleet?x=1',
      '/a',
      '/b?c',
      '/api/fleet/gate',
      '/fleet/assets/x.js',
    ])
      await (await fetch(api.url + path)).arrayBuffer();
    const text = await scrape(api);
    expect(linesOf(text, 'fleet_http_requests_total').sort()).toEqual([
      'fleet_http_requests_total{route="/api/fleet",status="200"} 2',
      'fleet_http_requests_total{route="/api/fleet/gate",status="400"} 1',
      'fleet_http_requests_total{route="/fleet/assets",status="404"} 1',
      'fleet_http_requests_total{route="other",status="404"} 2',
    ]);
    expect(linesOf(text, 'fleet_snapshot_requests_total').sort()).toEqual([
      'fleet_snapshot_requests_total{from="memory"} 1',
      'fleet_snapshot_requests_total{from="read"} 1',
    ]);
  });

  it('has no more series with 2,000 processes than the docs name', async () => {
    const { reader } = await databaseForTest(largeFleet(2000).rows);
    const api = await apiForTest(reader, { BUCKET_TOTAL: '3800', FLEET_CACHE_TTL_MS: '15000' });
    await (await fetch(`${api.url}/api/fleet`)).arrayBuffer();
    const text = await scrape(api);
    expect(linesOf(text, 'fleet_snapshot_up')).toEqual(['fleet_snapshot_up 1']);
    expect(fleetLines(text).length).toBeLessThanOrEqual(320);
    expect(text.length).toBeLessThan(65_536);
  });
});

describe('docs/monitoring', () => {
  it('the alert rules are rules', () => {
    expect(promtool(['check', 'rules', 'alerts.yaml'])).toMatchObject({ status: 0 });
  });

  it('each alert fires when it shall, and not before', () => {
    const { status, text } = promtool(['test', 'rules', 'alerts.test.yaml']);
    expect(status, text).toBe(0);
  });

  it("the Grafana dashboard's queries can be run", () => {
    const queries = [
      ...readFileSync(join(monitoring, 'grafana-dashboard.json'), 'utf8').matchAll(/"expr": (".*")/g),
    ];
    const rules = queries.map(([, query = '""'], i) => {
      const expr = String(JSON.parse(query)).replaceAll('$__rate_interval', '5m');
      return { record: `query:${i}`, expr };
    });
    expect(rules.length).toBeGreaterThan(20);
    const file = join(directoryForTest(), 'queries.json');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
    const { status, text } = promtool(['check', 'rules', file]);
    expect(status, text).toBe(0);
  });
});
