import { alignAges, labelledTexts, labelledView, withoutNulls } from 'fleet-core/testing/labelled-view';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { expect, it } from 'vitest';
import { fetchSnapshot } from '../harness/clients/fetch-snapshot.ts';
import { useTestApi } from '../harness/fixtures/use-test-api.ts';

/** From loading the rows until reading them; no threshold of the states is that near. */
const TOLERANCE_SEC = 5;

const database = useTestDatabase();
const api = useTestApi(database);

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name gets its verdicts through the database and HTTP',
  async ({ state }) => {
    await loadState(database().admin, state.rows);
    const expected = withoutNulls(state.expect);
    const actual = labelledView(await fetchSnapshot(api()));
    expect(alignAges(actual, expected, TOLERANCE_SEC)).toEqual(expected);
  },
);

it('the worked example is answered in its exact sentences', async () => {
  const { rows, texts } = seedExample();
  await loadState(database().admin, rows);
  expect(labelledTexts(await fetchSnapshot(api()))).toEqual(texts);
});
