import { describe, expect, it } from 'vitest';
import { operatorStatements } from '../../testing/database/operator-statements.ts';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { makeThresholds } from '../../testing/make/make-thresholds.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { operatorSql } from './operator-sql.ts';

describe('where the sites and site_runtime say when sites were checked', () => {
  const tables = TABLE_NAMES.jetpack_monitor;
  const { database, insert, run } = useQueriedDatabase({ tableNames: tables });
  const [earlier, later] = ['2026-04-30 13:00:00', '2026-04-30 13:30:00'];

  it('the buckets that were not checked for longest are told by the later of both, as the dashboard tells them', async () => {
    const { admin } = database();
    await admin.query(`ALTER TABLE ${tables.sites} ADD COLUMN last_checked_at DATETIME NULL`);
    const put = async (id: number, bySite: string | null, byRuntime: string | null) => {
      const site = { monitor_url: 'https://example.org/', bucket_no: id, last_checked_at: bySite };
      await insert(tables.sites, { jetpack_monitor_site_id: id, blog_id: 7, monitor_active: 1, ...site });
      await insert(tables.site_runtime, { source_site_id: id, blog_id: 7, last_checked_at: byRuntime });
    };
    await put(1, later, earlier);
    await put(2, earlier, later);
    await put(3, null, earlier);
    await put(4, earlier, null);
    await put(5, null, null);
    const { unchecked_buckets: sql } = operatorSql(tables, makeThresholds(), true);
    const listed = await run({ sql, params: [], read: (rows) => rows });
    await admin.query(`ALTER TABLE ${tables.sites} DROP COLUMN last_checked_at`);
    const toText = (bucket_no: number, time: string | null) => ({ bucket_no, newest_check: time });
    expect(listed).toMatchObject([
      toText(5, null),
      ...[3, 4].map((id) => toText(id, earlier)),
      toText(1, later),
      toText(2, later),
    ]);
  });
});

describe.each(Object.entries(TABLE_NAMES))('in a database of prefix %s', (_, tableNames) => {
  const { run } = useQueriedDatabase({ tableNames });

  it.each(operatorStatements(operatorSql(tableNames, makeThresholds())))(
    '%s runs under an account that may only read',
    async (_name, sql) => {
      expect(await run({ sql, params: [], read: (rows) => rows })).toBeInstanceOf(Array);
    },
  );
});
