import type { RowDataPacket } from 'mysql2/promise';
import { expect, it } from 'vitest';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { foundSchema } from '../schema/found-schema.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { recommendedDriftIndex } from './drift-index.ts';

const { database, run } = useQueriedDatabase();

/** Asked by an account that may do nothing but SELECT. */
const isThere = async () => (await run(foundSchema())).has_drift_index;

it("Jetmon's own tables have no index for drift, and the recommended statement makes one", async () => {
  expect(await isThere()).toBe(false);
  await database().admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect(await isThere()).toBe(true);
  await database().admin.query('ALTER TABLE jetpack_monitor_sites DROP INDEX idx_status_blog');
});

it.each([
  ['site_status, bucket_no, monitor_active, blog_id', true],
  ['site_status, blog_id, monitor_active', false],
  ['blog_id, site_status, monitor_active, bucket_no', false],
])('an index on (%s) counts: %s', async (columns, counts) => {
  await database().admin.query(`ALTER TABLE jetpack_monitor_sites ADD INDEX another (${columns})`);
  expect(await isThere()).toBe(counts);
  await database().admin.query('ALTER TABLE jetpack_monitor_sites DROP INDEX another');
});

it('an index that the server was told not to use is not there', async () => {
  const { admin } = database();
  await admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  const [[server]] = await admin.query<RowDataPacket[]>("SELECT VERSION() LIKE '%MariaDB%' AS is_mariadb");
  const [unused, used] = server?.is_mariadb ? ['IGNORED', 'NOT IGNORED'] : ['INVISIBLE', 'VISIBLE'];
  const set = (use: string) =>
    admin.query(`ALTER TABLE jetpack_monitor_sites ALTER INDEX idx_status_blog ${use}`);
  await set(unused);
  expect(await isThere()).toBe(false);
  await set(used);
  expect(await isThere()).toBe(true);
  await admin.query('ALTER TABLE jetpack_monitor_sites DROP INDEX idx_status_blog');
});
