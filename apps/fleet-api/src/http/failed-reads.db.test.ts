import { FleetProblem } from 'fleet-core/contract/answers/problem';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../trial/harness/clients/fetch-snapshot.ts';
import { apiForTest, databaseForTest } from '../../trial/harness/fixtures/for-one-test.ts';

/** A fleet of its own for one test, and an API that reads it anew for each request. */
async function ownFleet() {
  const { admin, reader } = await databaseForTest(seedExample().rows);
  return { admin, api: await apiForTest(reader) };
}

describe('when the database cannot answer', () => {
  it('is 503 as a problem that tells nothing of the backend, while the log tells all', async () => {
    const { reader } = await databaseForTest(seedExample().rows);
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
    const sinceMs = Date.now();
    const good = await fetchSnapshot(own.api);
    await own.admin.query('RENAME TABLE jetmon_process_health TO gone');
    const response = await fetch(`${own.api.url}/api/fleet`);
    expect(response.status).toBe(503);
    const body = FleetProblem.parse(await response.json());
    expect(body.last_snapshot).toEqual(good);
    expect(body.last_snapshot_age_sec).toBeLessThanOrEqual(Math.round((Date.now() - sinceMs) / 1000));
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
