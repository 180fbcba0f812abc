import { labelledStates, seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { expect, it } from 'vitest';
import { NOW_MS } from '../testing/now.ts';
import { readingsOfState } from '../testing/readings-of-state.ts';
import { useQueriedDatabase } from '../testing/use-queried-database.ts';
import { bucketOwners } from './bucket-owners.ts';
import { deliveryQueue } from './delivery-queue.ts';
import { processHealth } from './process-health.ts';
import { projectionDrift } from './projection-drift.ts';
import { TABLE_NAMES } from './table-names.ts';

const { database, run } = useQueriedDatabase({ anyTextInDependencyHealth: true });

const NAMES = TABLE_NAMES.jetmon;
const SINCE_MS = NOW_MS - 900_000;

it.each([...labelledStates(), seedExample()].map((state) => ({ name: state.name, state })))(
  'labelled state $name is read as counting its rows one by one gives it',
  async ({ state }) => {
    await loadState(database().admin, state.rows, { nowMs: NOW_MS });
    const counted = readingsOfState(state, NOW_MS);
    const processes = (await run(processHealth(NAMES))).rows.map(({ created_at_ms, ...row }) => row);
    expect(processes).toHaveLength(counted.process_health.value.length);
    for (const { created_at_ms, rss_mem_mb, ...row } of counted.process_health.value) {
      expect(processes).toContainEqual({ ...row, rss_mem_mb: rss_mem_mb ?? 0 });
    }
    const { rows: owners } = await run(bucketOwners(NAMES));
    expect({
      bucket_owners: owners.toSorted((a, b) => (a.host_id < b.host_id ? -1 : 1)),
      webhook: await run(deliveryQueue(NAMES.webhook_deliveries, NOW_MS, SINCE_MS)),
      alert: await run(deliveryQueue(NAMES.alert_deliveries, NOW_MS, SINCE_MS)),
      drift: await run(projectionDrift(NAMES, state.bucket_total)),
    }).toEqual({
      bucket_owners: takenValue(counted.bucket_owners).toSorted((a, b) => (a.host_id < b.host_id ? -1 : 1)),
      webhook: takenValue(counted.webhook_deliveries),
      alert: takenValue(counted.alert_deliveries),
      drift: takenValue(counted.projection_drift),
    });
  },
);

function takenValue<T>(reading: { ok: true; value: T } | { ok: false }): T {
  if (!reading.ok) throw new Error('a state is always read');
  return reading.value;
}
