import { beforeEach, describe, expect, it } from 'vitest';
import { toUtcDateTime } from '../../domain/instant.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { NOW_MS } from '../../testing/make/now.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { oldestChecks } from './oldest-checks.ts';
import { newestRuntimeChecks, newestRuntimeChecksOf } from './runtime-checks.ts';

const TABLES = TABLE_NAMES.jetpack_monitor;
const RANGE = { min: 7, max: 9 };
const { database, insert, run } = useQueriedDatabase({ tableNames: TABLES });

beforeEach(async () => {
  await database().admin.query(`TRUNCATE TABLE ${TABLES.sites}`);
  await database().admin.query(`TRUNCATE TABLE ${TABLES.site_runtime}`);
});

let siteId = 0;
/** A site that was checked then; without a row in site_runtime when that is left open. */
async function put(bucket_no: number, checkedMs: number | null | undefined, monitor_active = 1) {
  siteId += 1;
  const id = { jetpack_monitor_site_id: siteId, blog_id: 7 };
  await insert(TABLES.sites, { ...id, monitor_url: 'https://example.org/', monitor_active, bucket_no });
  if (checkedMs === undefined) return;
  const last_checked_at = checkedMs === null ? null : toUtcDateTime(checkedMs);
  await insert(TABLES.site_runtime, { source_site_id: siteId, blog_id: 7, last_checked_at });
}

const byBucket = (a: { bucket_no: number }, b: { bucket_no: number }) => a.bucket_no - b.bucket_no;
const newest = async (most?: number) => (await run(newestRuntimeChecks(TABLES, most))).toSorted(byBucket);

describe('the newest check of each bucket', () => {
  it('is that of its active sites', async () => {
    await put(7, NOW_MS - 60_000);
    await put(7, NOW_MS - 900_000);
    await put(7, null);
    await put(7, NOW_MS, 0);
    await put(8, NOW_MS - 900_000);
    await put(9, NOW_MS, 0);
    expect(await newest()).toEqual([
      { bucket_no: 7, newest_check_ms: NOW_MS - 60_000 },
      { bucket_no: 8, newest_check_ms: NOW_MS - 900_000 },
    ]);
  });

  it('is not known where it is not among the newest of the fleet', async () => {
    await put(7, NOW_MS);
    await put(7, NOW_MS - 30_000);
    await put(8, NOW_MS - 60_000);
    const ofSeven = { bucket_no: 7, newest_check_ms: NOW_MS };
    expect(await newest(2)).toEqual([ofSeven, { bucket_no: 8, newest_check_ms: null }]);
    expect(await newest(3)).toEqual([ofSeven, { bucket_no: 8, newest_check_ms: NOW_MS - 60_000 }]);
  });

  it('of a bucket by itself is known wherever it stands; null when no active site of it was ever checked', async () => {
    await put(7, NOW_MS - 60_000);
    await put(8, null);
    await put(9, undefined);
    await put(9, NOW_MS, 0);
    await put(10, NOW_MS);
    expect((await run(newestRuntimeChecksOf(TABLES, [7, 8, 9]))).toSorted(byBucket)).toEqual([
      { bucket_no: 7, newest_check_ms: NOW_MS - 60_000 },
      { bucket_no: 8, newest_check_ms: null },
      { bucket_no: 9, newest_check_ms: null },
    ]);
  });
});

describe('the oldest check of each bucket in a range', () => {
  it('is that of the active site that has waited longest', async () => {
    await put(7, NOW_MS);
    await put(7, NOW_MS - 900_000);
    await put(7, NOW_MS - 3_600_000, 0);
    await put(8, NOW_MS, 0);
    await put(9, NOW_MS - 60_000);
    await put(10, NOW_MS);
    expect(await run(oldestChecks(TABLES, RANGE))).toEqual([
      { bucket_no: 7, oldest_check_ms: NOW_MS - 900_000 },
      { bucket_no: 9, oldest_check_ms: NOW_MS - 60_000 },
    ]);
  });

  it('is none when an active site was never checked, with a row in site_runtime or without', async () => {
    await put(7, NOW_MS);
    await put(7, null);
    await put(8, NOW_MS);
    await put(8, undefined);
    await put(9, NOW_MS);
    await put(9, undefined, 0);
    expect(await run(oldestChecks(TABLES, RANGE))).toEqual([
      { bucket_no: 7, oldest_check_ms: null },
      { bucket_no: 8, oldest_check_ms: null },
      { bucket_no: 9, oldest_check_ms: NOW_MS },
    ]);
  });
});

it('where the sites say it as well, the later time of each counts', async () => {
  await database().admin.query(`ALTER TABLE ${TABLES.sites} ADD COLUMN last_checked_at DATETIME NULL`);
  await put(7, NOW_MS - 60_000);
  await put(7, null);
  await put(8, NOW_MS - 60_000);
  await put(9, undefined);
  const set = (bucket: number, ms: number) =>
    database().admin.query(`UPDATE ${TABLES.sites} SET last_checked_at = ? WHERE bucket_no = ?`, [
      toUtcDateTime(ms),
      bucket,
    ]);
  await set(7, NOW_MS - 120_000);
  await set(8, NOW_MS);
  expect(await run(oldestChecks(TABLES, RANGE, true))).toEqual([
    { bucket_no: 7, oldest_check_ms: NOW_MS - 120_000 },
    { bucket_no: 8, oldest_check_ms: NOW_MS },
    { bucket_no: 9, oldest_check_ms: null },
  ]);
  await database().admin.query(`ALTER TABLE ${TABLES.sites} DROP COLUMN last_checked_at`);
});
