import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import {
  alignAges,
  labelledTexts,
  labelledView,
  withoutNulls,
} from 'fleet-core/testing/states/labelled-view';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { describe, expect, it } from 'vitest';
import { fetchSnapshot } from '../../harness/clients/fetch-snapshot.ts';
import { apiForTest } from '../../harness/fixtures/for-one-test.ts';
import { useConnections } from '../../harness/fixtures/use-connections.ts';
import { useTestApi } from '../../harness/fixtures/use-test-api.ts';

/** From loading the rows until reading them; no threshold of the states is that near. */
const TOLERANCE_SEC = 5;
const DEADLINE_MS = 10_000;

const STATES = [...labelledStates(), seedExample()].map((state) => ({ name: state.name, state }));
const AGES = [
  ['the first age', TABLE_NAMES.jetmon],
  ['a later age', TABLE_NAMES.jetpack_monitor],
] as const;

describe.each(AGES)('in a database of %s', (_, tableNames) => {
  const database = useTestDatabase({ tableNames });
  const api = useTestApi(database);
  const connections = useConnections(database, DEADLINE_MS);

  it.each(STATES)(
    'labelled state $name gets its verdicts through the database and HTTP, however its drift is counted',
    async ({ state }) => {
      await loadState(database().admin, state.rows, { tableNames });
      const snapshot = await fetchSnapshot(api());
      const expected = withoutNulls(state.expect);
      expect(alignAges(labelledView(snapshot), expected, TOLERANCE_SEC)).toEqual(expected);
      const byIndex = indexedDrift(tableNames, state.bucket_total, true);
      expect(await connections().read(byIndex, DEADLINE_MS)).toMatchObject({
        count: snapshot.projection_drift.count,
      });
    },
  );
});

describe('the worked example', () => {
  const database = useTestDatabase();

  it('the worked example is answered in its exact sentences by an API that has seen nothing else', async () => {
    const { rows, texts } = seedExample();
    await loadState(database().admin, rows);
    const snapshot = await fetchSnapshot(await apiForTest(database().reader));
    expect(labelledTexts(snapshot)).toEqual(texts);
    expect(snapshot.summary.issue_details.map((issue) => issue.code)).toEqual(['bucket_coverage']);
  });
});
