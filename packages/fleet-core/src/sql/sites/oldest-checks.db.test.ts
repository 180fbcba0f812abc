import { beforeEach, expect, it } from 'vitest';
import { toUtcDateTime } from '../../domain/instant.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { oldestChecks } from './oldest-checks.ts';

const TABLES = TABLE_NAMES.jetmon;
const RANGE = { min: 7, max: 9 };
const { database, insert, run } = useQueriedDatabase();

beforeEach(() => database().admin.query(`TRUNCATE TABLE ${TABLES.sites}`));

let blogId = 0;
function put(bucket_no: number, checkedMs: number | null, monitor_active = 1) {
  blogId += 1;
  const site = { blog_id: blogId, monitor_url: 'https://example.org/', monitor_active, bucket_no };
  return insert(TABLES.sites, {
    ...site,
    last_checked_at: checkedMs === null ? null : toUtcDateTime(checkedMs),
  });
}

it('the oldest check of a bucket is that of the active site that has waited longest', async () => {
  await put(9, NOW_MS - 60_000);
  await put(7, NOW_MS - 900_000);
  await put(7, NOW_MS);
  await put(7, NOW_MS - 3_600_000, 0);
  await put(8, NOW_MS, 0);
  expect(await run(oldestChecks(TABLES, RANGE))).toEqual([
    { bucket_no: 7, oldest_check_ms: NOW_MS - 900_000 },
    { bucket_no: 9, oldest_check_ms: NOW_MS - 60_000 },
  ]);
});

it('one active site that was never checked outweighs all that were; one that is not active does not count', async () => {
  await put(7, NOW_MS);
  await put(7, null);
  await put(8, NOW_MS);
  await put(8, null, 0);
  await put(9, null);
  expect(await run(oldestChecks(TABLES, RANGE))).toEqual([
    { bucket_no: 7, oldest_check_ms: null },
    { bucket_no: 8, oldest_check_ms: NOW_MS },
    { bucket_no: 9, oldest_check_ms: null },
  ]);
});

it('a check at the zero date is none', async () => {
  await put(7, null);
  const writer = await database().admin.getConnection();
  await writer.query("SET sql_mode = ''");
  await writer.query(`UPDATE ${TABLES.sites} SET last_checked_at = '0000-00-00 00:00:00'`);
  writer.destroy();
  await put(7, NOW_MS);
  expect(await run(oldestChecks(TABLES, RANGE))).toEqual([{ bucket_no: 7, oldest_check_ms: null }]);
});

it('buckets just outside the range are not read', async () => {
  for (const bucket of [6, 7, 9, 10]) await put(bucket, NOW_MS);
  const found = await run(oldestChecks(TABLES, RANGE));
  expect(found.map(({ bucket_no }) => bucket_no)).toEqual([7, 9]);
  expect(await run(oldestChecks(TABLES, { min: 0, max: 5 }))).toEqual([]);
});
