import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { apiHalfWay } from 'fleet-lab/scenarios/api/api-half-way';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeAll, expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { useTestApi } from '../../harness/fixtures/use-test-api.ts';

const TABLES = TABLE_NAMES.jetpack_monitor;

const database = useTestDatabase({ tableNames: TABLES });
beforeAll(() => loadState(database().admin, apiHalfWay.build().rows, { tableNames: TABLES }));
const api = useTestApi(database, { FLEET_EXPECTED_OWNERSHIP: 'api_controlled' });

/** What is said while the table has lost its column. */
async function without(table: string, column: string) {
  const { admin } = database();
  await admin.query(`ALTER TABLE ${table} RENAME COLUMN ${column} TO odd`);
  try {
    const { sources, decision, bucket_coverage } = await fetchSnapshot(api());
    const unread = sources.filter(({ ok }) => !ok).map(({ name }) => name);
    return { unread, decision: decision.code, coverage: bucket_coverage.code };
  } finally {
    await admin.query(`ALTER TABLE ${table} RENAME COLUMN odd TO ${column}`);
  }
}

it('where all of the tables are read, each is a source', async () => {
  const { sources, decision, bucket_coverage } = await fetchSnapshot(api());
  expect(sources.filter(({ name }) => name.startsWith('rollout_'))).toMatchObject([
    { name: 'rollout_locks', ok: true },
    { name: 'rollout_sessions', ok: true },
    { name: 'rollout_jobs', ok: true },
  ]);
  expect([decision.code, bucket_coverage.locks.length]).toEqual(['advance_as_planned', 3]);
});

it('sessions or jobs that cannot be read are told, and make nothing red', async () => {
  expect(await without(TABLES.rollout_jobs, 'operation')).toEqual({
    unread: ['rollout_jobs'],
    decision: 'advance_as_planned',
    coverage: 'api_controlled',
  });
  expect(await without(TABLES.rollout_sessions, 'run_id')).toMatchObject({ unread: ['rollout_sessions'] });
});

it('without its locks API-controlled ownership is not known', async () => {
  expect(await without(TABLES.range_locks, 'owner_host')).toMatchObject({
    unread: ['rollout_locks'],
    decision: 'stop',
    coverage: 'query_failed',
  });
});
