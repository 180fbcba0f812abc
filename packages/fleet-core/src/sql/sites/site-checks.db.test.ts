import { beforeEach, expect, it } from 'vitest';
import { toUtcDateTime } from '../../domain/instant.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { newestChecks, shortestIntervals, sitesOutside } from './site-checks.ts';

const TABLES = TABLE_NAMES.jetmon;
const { database, insert, run } = useQueriedDatabase();

beforeEach(() => database().admin.query(`TRUNCATE TABLE ${TABLES.sites}`));

let blogId = 0;
function put(bucket_no: number, checkedMs: number | null, columns: Record<string, number> = {}) {
  blogId += 1;
  const site = { blog_id: blogId, monitor_url: 'https://example.org/', monitor_active: 1 };
  const last_checked_at = checkedMs === null ? null : toUtcDateTime(checkedMs);
  return insert(TABLES.sites, { ...site, bucket_no, last_checked_at, ...columns });
}

const byBucket = (a: { bucket_no: number }, b: { bucket_no: number }) => a.bucket_no - b.bucket_no;

it('the newest check of a bucket is that of its active sites, null when none was ever checked', async () => {
  await put(7, NOW_MS - 60_000);
  await put(7, NOW_MS - 900_000);
  await put(7, null);
  await put(7, NOW_MS, { monitor_active: 0 });
  await put(8, null);
  await put(9, NOW_MS, { monitor_active: 0 });
  expect((await run(newestChecks(TABLES))).toSorted(byBucket)).toEqual([
    { bucket_no: 7, newest_check_ms: NOW_MS - 60_000 },
    { bucket_no: 8, newest_check_ms: null },
  ]);
});

it('a check at the zero date is none, and does not hide another', async () => {
  await put(7, null);
  await put(8, null);
  const writer = await database().admin.getConnection();
  await writer.query("SET sql_mode = ''");
  await writer.query(`UPDATE ${TABLES.sites} SET last_checked_at = '0000-00-00 00:00:00'`);
  writer.destroy();
  await put(8, NOW_MS - 60_000);
  expect((await run(newestChecks(TABLES))).toSorted(byBucket)).toEqual([
    { bucket_no: 7, newest_check_ms: null },
    { bucket_no: 8, newest_check_ms: NOW_MS - 60_000 },
  ]);
});

it('the shortest interval is told for the buckets that are asked for', async () => {
  await put(7, null, { check_interval: 30 });
  await put(7, null, { check_interval: 5 });
  await put(7, null, { check_interval: 1, monitor_active: 0 });
  await put(8, null, { check_interval: 1440 });
  await put(9, null, { check_interval: 5 });
  expect(await run(shortestIntervals(TABLES, [7, 8]))).toEqual(
    new Map([
      [7, 5],
      [8, 1440],
    ]),
  );
});

it('sites from the bucket total on are outside, if they are active', async () => {
  await put(999, null);
  await put(1000, null);
  await put(65_535, null);
  await put(1000, null, { monitor_active: 0 });
  expect(await run(sitesOutside(TABLES, 1000))).toBe(2);
});
