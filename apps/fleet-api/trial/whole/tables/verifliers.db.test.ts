import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { verifliersActive } from 'fleet-lab/scenarios/verifliers/verifliers-active';
import { verifliersIncomplete } from 'fleet-lab/scenarios/verifliers/verifliers-incomplete';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { createPool } from 'mysql2/promise';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { readerAccount } from '../../harness/tables/reader-account.ts';

const TABLES = TABLE_NAMES.jetpack_monitor;
const SECRET = 'never-to-be-seen-4b81';

const database = useTestDatabase({ tableNames: TABLES });
const admin = (sql: string, params: string[] = []) => database().admin.query(sql, params);

describe('the token of a vantage', () => {
  const PATHS = [
    '/api/fleet',
    '/api/fleet/history',
    '/api/fleet/codes',
    '/api/fleet/drift',
    '/api/fleet/gate?step=advance',
    '/api/fleet/gate?step=advance&bucket_min=0&bucket_max=9',
    '/healthz',
    '/nope',
  ];

  /** Everything that a client or a reader of the log gets to see. */
  async function allSaid(): Promise<string> {
    const api = await apiForTest(database().reader);
    const answers: string[] = [];
    for (const path of PATHS) {
      const answer = await fetch(`${api.url}${path}`);
      answers.push(JSON.stringify([...answer.headers]), await answer.text());
    }
    return [...answers, JSON.stringify(api.logged)].join('\n');
  }

  it('is in no answer and in no line of the log', async () => {
    await loadState(database().admin, verifliersIncomplete.build().rows, { tableNames: TABLES });
    await admin(`UPDATE ${TABLES.veriflier_vantages} SET auth_token = ? WHERE auth_token <> ''`, [SECRET]);
    const said = await allSaid();
    expect(said).toContain('us-west has no token');
    expect(said).toContain('auth_token_present');
    expect(said).not.toContain(SECRET);
  });

  it('is not told by a read that fails either', async () => {
    await loadState(database().admin, verifliersActive.build().rows, { tableNames: TABLES });
    await admin(`UPDATE ${TABLES.veriflier_vantages} SET auth_token = ?`, [SECRET]);
    await admin(`ALTER TABLE ${TABLES.veriflier_vantages} CHANGE region region_gone VARCHAR(128)`);
    const said = await allSaid();
    await admin(`ALTER TABLE ${TABLES.veriflier_vantages} CHANGE region_gone region VARCHAR(128)`);
    expect(said).toContain('verifliers could not be read');
    expect(said).not.toContain(SECRET);
  });
});

describe('a table that is there and cannot be read', () => {
  const AGENTS = TABLES.veriflier_agents;
  beforeEach(() => loadState(database().admin, verifliersActive.build().rows, { tableNames: TABLES }));

  it('is said: to a client without a word of the database, in the log with it; and once it is well, it is shown', async () => {
    const api = await apiForTest(database().reader);
    await admin(`ALTER TABLE ${AGENTS} CHANGE in_flight gone INT NOT NULL DEFAULT 0`);
    const { verifliers, summary, decision, sources } = await fetchSnapshot(api);
    await admin(`ALTER TABLE ${AGENTS} CHANGE gone in_flight INT NOT NULL DEFAULT 0`);
    expect(verifliers).toMatchObject({
      status: 'red',
      code: 'query_failed',
      error: 'verifliers could not be read',
      total_vantages: null,
      discovery_modes: [{ mode: 'active', process_count: 6 }],
    });
    expect(summary.suggested_next_action_code).toBe('fix_verifliers');
    expect(decision.headline).toBe('Do not advance: verifliers could not be read');
    expect(sources).toContainEqual(expect.objectContaining({ name: 'verifliers', ok: false }));
    expect(JSON.stringify(verifliers)).not.toMatch(/column|jetpack_monitor/i);
    expect(JSON.stringify(api.logged)).toContain("Unknown column 'in_flight'");
    expect((await fetchSnapshot(api)).verifliers).toMatchObject({
      status: 'green',
      in_flight: expect.any(Number),
    });
  });

  it('is amber as long as no monitor goes by it', async () => {
    await admin(`UPDATE ${TABLES.process_health} SET dependency_health = '[]'`);
    const api = await apiForTest(database().reader);
    await admin(`ALTER TABLE ${AGENTS} CHANGE in_flight gone INT NOT NULL DEFAULT 0`);
    const { verifliers } = await fetchSnapshot(api);
    await admin(`ALTER TABLE ${AGENTS} CHANGE gone in_flight INT NOT NULL DEFAULT 0`);
    expect(verifliers).toMatchObject({ status: 'amber', code: 'query_failed' });
  });
});

it('an account that may read all but the token says that verifliers could not be read, in place of a guess', async () => {
  await loadState(database().admin, verifliersActive.build().rows, { tableNames: TABLES });
  const server = createPool({ ...inject('labServerAccess').admin, connectionLimit: 1 });
  const [{ name }, account] = [database(), await readerAccount(database())];
  const escaped = name.replaceAll('_', '\\_');
  await server.query(`REVOKE SELECT ON \`${escaped}\`.* FROM ${account}`);
  for (const table of Object.values(TABLES)) {
    const columns = table === TABLES.veriflier_vantages ? '(vantage_id, region, enabled)' : '';
    await server.query(`GRANT SELECT ${columns} ON ${name}.${table} TO ${account}`);
  }
  const api = await apiForTest(database().reader);
  const { verifliers } = await fetchSnapshot(api);
  await server.query(`GRANT SELECT ON \`${escaped}\`.* TO ${account}`);
  await server.end();
  expect(verifliers).toMatchObject({ status: 'red', code: 'query_failed' });
});

it('tables that are dropped are no fault: the section is gone', async () => {
  await loadState(database().admin, verifliersActive.build().rows, { tableNames: TABLES });
  const api = await apiForTest(database().reader);
  expect((await fetchSnapshot(api)).verifliers).toMatchObject({ code: 'ok' });
  await admin(`DROP TABLE ${TABLES.veriflier_vantages}, ${TABLES.veriflier_agents}`);
  const { verifliers, checklist, sources } = await fetchSnapshot(api);
  expect(verifliers).toBeNull();
  expect(checklist.map(({ code }) => code)).not.toContain('verifliers');
  expect(sources.map(({ name }) => name)).not.toContain('verifliers');
});
