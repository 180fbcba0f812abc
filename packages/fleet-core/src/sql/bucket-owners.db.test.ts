import { expect, it } from 'vitest';
import { useQueriedDatabase } from '../testing/database/use-queried-database.ts';
import { bucketOwnerQueries } from './bucket-owners.ts';
import { TABLE_NAMES } from './schema/table-names.ts';
import { databaseClock } from './server/database-clock.ts';

const { database, insert, run } = useQueriedDatabase();

it('during pinned rollout nobody owns buckets', async () => {
  expect(await run(bucketOwnerQueries(TABLE_NAMES.jetmon).alone)).toEqual({ rows: [], unreadable: [] });
});

it('every owner is read with its range, its status and its heartbeat in UTC', async () => {
  const last_heartbeat = '2026-03-29 02:30:00';
  const put = (row: Record<string, string | number>) => insert('jetmon_hosts', { last_heartbeat, ...row });
  await put({ host_id: 'a', bucket_min: 0, bucket_max: 499 });
  await put({ host_id: 'b', bucket_min: 500, bucket_max: 65535, status: 'draining' });
  const { rows } = await run(bucketOwnerQueries(TABLE_NAMES.jetmon).alone);
  const last_heartbeat_ms = Date.UTC(2026, 2, 29, 2, 30);
  expect(rows.toSorted((a, b) => a.bucket_min - b.bucket_min)).toEqual([
    { host_id: 'a', bucket_min: 0, bucket_max: 499, status: 'active', last_heartbeat_ms },
    { host_id: 'b', bucket_min: 500, bucket_max: 65535, status: 'draining', last_heartbeat_ms },
  ]);
});

it('the owners with the clock: the same rows, and the time by the database', async () => {
  const { alone, withClock } = bucketOwnerQueries(TABLE_NAMES.jetmon);
  const before = await run(databaseClock());
  const { now_ms, owners } = await run(withClock);
  expect(now_ms).toBeGreaterThanOrEqual(before);
  expect(now_ms).toBeLessThanOrEqual(await run(databaseClock()));
  expect(owners).toEqual(await run(alone));
  expect(owners.rows).toHaveLength(2);
});

it('where nobody owns buckets there is the clock all the same', async () => {
  await database().admin.query('DELETE FROM jetmon_hosts');
  const { now_ms, owners } = await run(bucketOwnerQueries(TABLE_NAMES.jetmon).withClock);
  expect(now_ms).toBeGreaterThan(0);
  expect(owners).toEqual({ rows: [], unreadable: [] });
});
