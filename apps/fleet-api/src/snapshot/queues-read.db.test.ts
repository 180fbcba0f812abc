import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeEach, expect, it } from 'vitest';
import { useConnections } from '../../trial/harness/fixtures/use-connections.ts';
import { countStatements } from '../../trial/harness/tables/count-statements.ts';
import { addDeliveries } from '../../trial/harness/tables/seed-many-rows.ts';
import { createQueuesRead } from './queues-read.ts';

const NOW_MS = Date.parse('2026-04-30T14:00:00Z');
const NOW = "TIMESTAMP '2026-04-30 14:00:00'";

const lab = useTestDatabase();
const database = useConnections(lab, 20_000);

beforeEach(async () => {
  for (const table of ['jetmon_webhook_deliveries', 'jetmon_alert_deliveries'])
    await lab().admin.query(`TRUNCATE TABLE ${table}`);
  await addDeliveries(lab(), 0, 7, { status: 'pending', created_at: NOW });
});

/** One look after the other; each tells what is due in both queues and how many statements it took. */
function looks(quickMs: number) {
  const { database: counted, sent } = countStatements(database());
  const readQueues = createQueuesRead(counted, TABLE_NAMES.jetmon, 900_000, quickMs);
  return async (isDatabaseQuick = true) => {
    const before = sent();
    const { webhook, alert } = readQueues(NOW_MS, () => 20_000, isDatabaseQuick);
    const read = await Promise.allSettled([webhook, alert]);
    const due = read.map((one) => (one.status === 'fulfilled' ? one.value.due_now : 'failed'));
    return { due, statements: sent() - before };
  };
}

it('queues that are quick are read by one statement, once each has been read by itself', async () => {
  const look = looks(Number.POSITIVE_INFINITY);
  expect(await look()).toEqual({ due: [7, 0], statements: 2 });
  expect(await look()).toEqual({ due: [7, 0], statements: 1 });
  expect(await look()).toEqual({ due: [7, 0], statements: 1 });
});

it('queues that are slow are read side by side, so that neither waits for the other', async () => {
  const look = looks(0);
  expect(await look()).toEqual({ due: [7, 0], statements: 2 });
  expect(await look()).toEqual({ due: [7, 0], statements: 2 });
});

it('queues of a database that is slow just now are read side by side', async () => {
  const look = looks(Number.POSITIVE_INFINITY);
  await look();
  expect(await look(false)).toEqual({ due: [7, 0], statements: 2 });
  expect(await look()).toEqual({ due: [7, 0], statements: 1 });
});

it.each([
  ['jetmon_webhook_deliveries', ['failed', 0]],
  ['jetmon_alert_deliveries', [7, 'failed']],
])('without %s the other is read all the same, for one statement more, and that once', async (table, due) => {
  const look = looks(Number.POSITIVE_INFINITY);
  await look();
  await lab().admin.query(`RENAME TABLE ${table} TO away`);
  try {
    expect(await look()).toEqual({ due, statements: 3 });
    expect(await look()).toEqual({ due, statements: 2 });
  } finally {
    await lab().admin.query(`RENAME TABLE away TO ${table}`);
  }
  expect(await look()).toEqual({ due: [7, 0], statements: 2 });
  expect(await look()).toEqual({ due: [7, 0], statements: 1 });
});
