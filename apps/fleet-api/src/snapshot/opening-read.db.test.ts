import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeEach, expect, it } from 'vitest';
import { useConnections } from '../../trial/harness/fixtures/use-connections.ts';
import { countStatements } from '../../trial/harness/tables/count-statements.ts';
import { createOpeningRead } from './opening-read.ts';

const lab = useTestDatabase();
const database = useConnections(lab, 20_000);

beforeEach(async () => {
  await lab().admin.query('TRUNCATE TABLE jetmon_hosts');
  await lab().admin.query(
    "INSERT INTO jetmon_hosts (host_id, bucket_min, bucket_max, last_heartbeat, status) VALUES ('a', 0, 999, NOW(), 'active')",
  );
});

/** One look after the other; each tells who owns buckets and how many statements it took. */
function looks(quickMs: number) {
  const { database: counted, sent } = countStatements(database());
  const open = createOpeningRead(counted, TABLE_NAMES.jetmon, quickMs);
  return async (remainingMs = 20_000) => {
    const before = sent();
    const { moment, owners } = await open(() => remainingMs);
    const read = await owners().then(
      ({ value, read_at_ms }) => ({ hosts: value.map(({ host_id }) => host_id), read_at_ms }),
      () => ({ hosts: 'failed', read_at_ms: moment.nowMs }),
    );
    expect(read.read_at_ms).toBe(moment.nowMs);
    return { hosts: read.hosts, statements: sent() - before };
  };
}

it('owners that are quick come with the clock, once they have been read by themselves', async () => {
  const look = looks(Number.POSITIVE_INFINITY);
  expect(await look()).toEqual({ hosts: ['a'], statements: 2 });
  expect(await look()).toEqual({ hosts: ['a'], statements: 1 });
  expect(await look()).toEqual({ hosts: ['a'], statements: 1 });
});

it('owners that are slow never hold up the clock', async () => {
  const look = looks(0);
  expect(await look()).toEqual({ hosts: ['a'], statements: 2 });
  expect(await look()).toEqual({ hosts: ['a'], statements: 2 });
});

it('without the table there is the clock all the same, for one statement more, and that once', async () => {
  const look = looks(Number.POSITIVE_INFINITY);
  await look();
  await lab().admin.query('RENAME TABLE jetmon_hosts TO away');
  try {
    expect(await look()).toEqual({ hosts: 'failed', statements: 3 });
    expect(await look()).toEqual({ hosts: 'failed', statements: 2 });
  } finally {
    await lab().admin.query('RENAME TABLE away TO jetmon_hosts');
  }
  expect(await look()).toEqual({ hosts: ['a'], statements: 2 });
  expect(await look()).toEqual({ hosts: ['a'], statements: 1 });
});

it('a table that is locked delays the clock by a third of the time there is, and that once', async () => {
  const look = looks(Number.POSITIVE_INFINITY);
  await look();
  await lab().admin.query('LOCK TABLES jetmon_hosts WRITE');
  try {
    // A third of it is less than a lock is waited for.
    expect(await look(2700)).toEqual({ hosts: 'failed', statements: 3 });
    expect(await look(2700)).toEqual({ hosts: 'failed', statements: 2 });
  } finally {
    await lab().admin.query('UNLOCK TABLES');
  }
  expect((await look()).hosts).toEqual(['a']);
});
