import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countInPasses } from '../testing/count-in-passes.ts';
import { NOW_MS } from '../testing/now.ts';
import { readingsOfState } from '../testing/readings-of-state.ts';
import { openQueryRunner, type QueryRunner } from '../testing/run-query.ts';
import { bucketOwners } from './bucket-owners.ts';
import { deliveryQueue } from './delivery-queue.ts';
import { indexedDrift } from './indexed-drift.ts';
import { processHealth } from './process-health.ts';
import { TABLE_NAMES } from './table-names.ts';

let database: LabDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await createTestDatabase({ anyTextInDependencyHealth: true });
  runner = await openQueryRunner(database.reader);
});
afterAll(async () => {
  await runner.close();
  await database.drop();
});

const NAMES = TABLE_NAMES.jetmon;
const SINCE_MS = NOW_MS - 900_000;

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name is read as counting its rows one by one gives it',
  async ({ state }) => {
    await loadState(database.admin, state.rows, { nowMs: NOW_MS });
    const counted = readingsOfState(state, NOW_MS);
    const processes = (await runner.run(processHealth(NAMES))).rows.map(({ created_at_ms, ...row }) => row);
    expect(processes).toHaveLength(counted.process_health.value.length);
    for (const { created_at_ms, rss_mem_mb, ...row } of counted.process_health.value) {
      expect(processes).toContainEqual({ ...row, rss_mem_mb: rss_mem_mb ?? 0 });
    }
    const { rows: owners } = await runner.run(bucketOwners(NAMES));
    expect({
      bucket_owners: owners.toSorted((a, b) => (a.host_id < b.host_id ? -1 : 1)),
      webhook: await runner.run(deliveryQueue(NAMES.webhook_deliveries, NOW_MS, SINCE_MS)),
      alert: await runner.run(deliveryQueue(NAMES.alert_deliveries, NOW_MS, SINCE_MS)),
      drift: await countInPasses(runner, NAMES, state.bucket_total),
      drift_with_index: await runner.run(indexedDrift(NAMES, state.bucket_total, true)),
    }).toEqual({
      bucket_owners: takenValue(counted.bucket_owners).toSorted((a, b) => (a.host_id < b.host_id ? -1 : 1)),
      webhook: takenValue(counted.webhook_deliveries),
      alert: takenValue(counted.alert_deliveries),
      drift: takenValue(counted.projection_drift),
      drift_with_index: takenValue(counted.projection_drift),
    });
  },
);

function takenValue<T>(reading: { ok: true; value: T } | { ok: false }): T {
  if (!reading.ok) throw new Error('a state is always read');
  return reading.value;
}
