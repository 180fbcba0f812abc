import { dynamicHealthy } from 'fleet-lab/scenarios/rollout/dynamic-healthy';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeAll, expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { readerAccount } from '../../harness/tables/reader-account.ts';

const database = useTestDatabase();
beforeAll(() => loadState(database().admin, dynamicHealthy.build().rows));

/** What the checklist says of heartbeats that are all as old as on a replica that lags. */
async function factOfHeartbeats(ageSec: number): Promise<string> {
  await database().admin.query(
    `UPDATE jetmon_process_health SET updated_at = UTC_TIMESTAMP() - INTERVAL ${ageSec} SECOND`,
  );
  const { checklist } = await fetchSnapshot(await apiForTest(database().reader));
  return checklist.find(({ code }) => code === 'heartbeats')?.fact ?? '';
}

it('while heartbeats are fresh nobody asks for the lag of a replica', async () => {
  expect(await factOfHeartbeats(4)).not.toContain('replica');
});

it('an account that may not ask does not know, and nothing else is missing for it', async () => {
  expect(await factOfHeartbeats(364)).toMatch(
    /late; whether the database is a replica that lags is not known$/,
  );
});

it('an account that may ask tells writes that have stopped from a replica', async () => {
  await database().admin.query(`GRANT SLAVE MONITOR ON *.* TO ${await readerAccount(database())}`);
  expect(await factOfHeartbeats(364)).toMatch(/late; the database is no replica$/);
  expect(await factOfHeartbeats(3600)).toMatch(/the database is no replica$/);
});
