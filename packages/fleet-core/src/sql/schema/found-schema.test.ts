import { describe, expect, it } from 'vitest';
import { foundSchema } from './found-schema.ts';

/** What a row is like where nothing else is said. */
const ROW = { column_name: null, index_name: null, collation_name: null, place: null, is_unused: null };
const read = (rows: object[]) => foundSchema().read(rows, async () => {});
const server = (version: string, comment: string) => ({
  ...ROW,
  kind: 'server',
  table_name: version,
  column_name: comment,
});
const column = (table_name: string, column_name: string, collation_name: string | null = null) => ({
  ...ROW,
  kind: 'column',
  table_name,
  column_name,
  collation_name,
});

describe('the server', () => {
  it.each([
    ['10.11.6-MariaDB-0+deb12u1', 'Debian 12', 'mariadb'],
    ['11.4.2-MariaDB-log', 'MariaDB Server', 'mariadb'],
    ['11.4.2', 'mariadb.org binary distribution', 'mariadb'],
    ['8.0.36', 'MySQL Community Server - GPL', 'mysql'],
    ['8.0.mysql_aurora.3.05.2', 'Source distribution', 'mysql'],
  ])('%s, %s is %s', async (version, comment, flavour) => {
    expect(await read([server(version, comment)])).toMatchObject({ flavour, version });
  });
});

it('names in capitals are the same names', async () => {
  const found = await read([
    server('8.0.36', 'MySQL'),
    column('JETPACK_MONITOR_PROCESS_HEALTH', 'HOST_ID', 'utf8mb4_0900_ai_ci'),
    column('JETPACK_MONITOR_EVENTS', 'ENDPOINT_ID'),
    column('JETPACK_MONITOR_SITES', 'LAST_CHECKED_AT'),
  ]);
  expect([...found.tables.jetpack_monitor]).toEqual(['process_health', 'events']);
  expect([...found.endpoint_ids]).toEqual(['jetpack_monitor']);
  expect(found.sites_have_checks).toBe(true);
  expect(found.collations.jetpack_monitor).toEqual(['utf8mb4_0900_ai_ci']);
});

it('a database without any of the tables is told as such', async () => {
  const found = await read([server('8.0.36', 'MySQL')]);
  expect(found.tables.jetmon.size + found.tables.jetpack_monitor.size).toBe(0);
  expect(found.sites_have_checks).toBe(false);
});

it('the place of a column in an index may come as text', async () => {
  const columns = ['site_status', 'blog_id', 'monitor_active', 'bucket_no'];
  const rows = columns.map((column_name, index) => ({
    ...ROW,
    kind: 'index',
    table_name: 'jetpack_monitor_sites',
    column_name,
    index_name: 'idx',
    place: String(index + 1),
    is_unused: 'NO',
  }));
  expect((await read(rows)).has_drift_index).toBe(true);
});
