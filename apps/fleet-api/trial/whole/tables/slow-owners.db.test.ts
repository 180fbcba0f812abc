import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import type { TestApi } from '../../harness/fixtures/start-test-api.ts';

/** Were owners read as seldom as drift, a read of a second would stand for a good third of a minute. */
const SLOW_SEC = 1;
/** Longer than a statement may take, and a request. */
const HANGING_SEC = 10;

const database = useTestDatabase();
let api: TestApi;

beforeAll(async () => {
  const { admin } = database();
  await admin.query('RENAME TABLE jetmon_hosts TO owner_rows');
  await admin.query('CREATE VIEW jetmon_hosts AS SELECT * FROM owner_rows');
});

beforeEach(async () => {
  await ownersTake(0);
  await loadState(database().admin, dynamicHealthy.build().rows);
  api = await apiForTest(database().reader, { FLEET_CACHE_TTL_MS: '200' });
});

async function ownersTake(seconds: number): Promise<void> {
  const nap = seconds === 0 ? '' : `JOIN (SELECT SLEEP(${seconds}) AS slept) AS nap`;
  await database().admin.query(
    `CREATE OR REPLACE VIEW jetmon_hosts AS SELECT owner_rows.* FROM owner_rows ${nap}`,
  );
}

it('one slow read of jetmon_hosts, then a row deleted: the next snapshot shows the gap', async () => {
  await ownersTake(SLOW_SEC);
  const before = await fetchSnapshot(api);
  expect(before.sources.find(({ name }) => name === 'bucket_owners')?.duration_ms).toBeGreaterThan(500);
  expect(before.decision.code).toBe('advance');

  await ownersTake(0);
  await database().admin.query("DELETE FROM owner_rows WHERE host_id = 'jetmon-c'");
  const after = await fetchSnapshot(api);
  expect(after.bucket_coverage).toMatchObject({ code: 'gap', gaps: [{ min: 333, max: 499 }] });
  expect(after.decision.code).toBe('stop');
  expect(after.decision.headline).toContain('jetmon-c');
});

it('jetmon_hosts that could not be read twice and can be again: the next snapshot is well', async () => {
  await ownersTake(HANGING_SEC);
  for (const _ of ['once', 'twice']) {
    expect((await fetchSnapshot(api)).bucket_coverage.code).toBe('query_failed');
  }
  await ownersTake(0);
  expect((await fetchSnapshot(api)).decision.code).toBe('advance');
});
