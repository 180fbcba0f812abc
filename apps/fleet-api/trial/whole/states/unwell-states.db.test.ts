import { apiSettings } from 'fleet-lab/state/api-settings';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { directoryForTest } from '../../harness/fixtures/directory-for-test.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { UNWELL_STATES, type UnwellState, wellFleet } from '../../harness/unwell-states.ts';

const database = useTestDatabase();

/** What an API says that has seen nothing else, but for the fleet before it if that was seen. */
async function lookAt({ base, sql, env, wasSeen }: Pick<UnwellState, 'base' | 'sql' | 'env' | 'wasSeen'>) {
  const { admin, reader } = database();
  const { rows, ...settings } = wellFleet(base);
  await loadState(admin, rows);
  const api = await apiForTest(reader, { ...(await apiSettings(settings, directoryForTest())), ...env });
  if (wasSeen) await fetchSnapshot(api);
  for (const statement of sql.split(';')) await admin.query(statement);
  return fetchSnapshot(api);
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
  expect(notKnown.map(({ code }) => code)).toEqual(expect.arrayContaining([...unknown]));
});
