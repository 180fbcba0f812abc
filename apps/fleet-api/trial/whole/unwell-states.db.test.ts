import { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { apiSettings } from 'fleet-lab/state/api-settings';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApi } from '../harness/start-test-api.ts';
import { UNWELL_STATES, type UnwellState, wellFleet } from '../harness/unwell-states.ts';

let database: LabDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.drop());

/** What an API says that has seen nothing else, but for the fleet before it if that was seen. */
async function lookAt({ base, sql, env, wasSeen }: Pick<UnwellState, 'base' | 'sql' | 'env' | 'wasSeen'>) {
  const { rows, ...state } = wellFleet(base);
  await loadState(database.admin, rows);
  const api = await startTestApi(database.reader, { ...apiSettings(state), ...env });
  const look = async () => FleetSnapshot.parse(await (await fetch(`${api.url}/api/fleet`)).json());
  try {
    if (wasSeen) await look();
    for (const statement of sql.split(';')) await database.admin.query(statement);
    return await look();
  } finally {
    await api.close();
  }
}

it.each([
  ['dynamic', 'advance'],
  ['pinned', 'advance_as_planned'],
] as const)('the %s fleet before anything is done to it is well: %s', async (base, decision) => {
  const snapshot = await lookAt({ base, sql: 'DO 0' });
  expect(snapshot.decision.code).toBe(decision);
  expect(snapshot.checklist.map(({ status }) => status)).not.toContain('unknown');
});

it.each(UNWELL_STATES)('$name', async ({ decision, culprit, unknown = [], ...state }) => {
  const snapshot = await lookAt(state);
  expect(snapshot.decision.code).toBe(decision);
  expect(snapshot.decision.headline).toContain(culprit);
  const notKnown = snapshot.checklist.filter(({ status }) => status === 'unknown');
  expect(notKnown.map(({ code }) => code)).toEqual(unknown);
});
