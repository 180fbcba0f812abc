import { expect, it } from 'vitest';
import { useQueriedDatabase } from '../testing/use-queried-database.ts';
import { bucketOwners } from './bucket-owners.ts';
import { TABLE_NAMES } from './table-names.ts';

const { insert, run } = useQueriedDatabase();

it('during pinned rollout nobody owns buckets', async () => {
  expect(await run(bucketOwners(TABLE_NAMES.jetmon))).toEqual({ rows: [], unreadable: [] });
});

it('every owner is read with its range, its status and its heartbeat in UTC', async () => {
  const last_heartbeat = '2026-03-29 02:30:00';
  const put = (row: Record<string, string | number>) => insert('jetmon_hosts', { last_heartbeat, ...row });
  await put({ host_id: 'a', bucket_min: 0, bucket_max: 499 });
  await put({ host_id: 'b', bucket_min: 500, bucket_max: 65535, status: 'draining' });
  const { rows } = await run(bucketOwners(TABLE_NAMES.jetmon));
  const last_heartbeat_ms = Date.UTC(2026, 2, 29, 2, 30);
  expect(rows.toSorted((a, b) => a.bucket_min - b.bucket_min)).toEqual([
    { host_id: 'a', bucket_min: 0, bucket_max: 499, status: 'active', last_heartbeat_ms },
    { host_id: 'b', bucket_min: 500, bucket_max: 65535, status: 'draining', last_heartbeat_ms },
  ]);
});
