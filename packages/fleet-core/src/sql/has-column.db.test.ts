import { beforeAll, expect, it } from 'vitest';
import { useDriftDatabase } from '../testing/use-drift-database.ts';
import { hasColumn } from './has-column.ts';

const { admin, event, run, site, ways } = useDriftDatabase();
beforeAll(async () => {
  await admin('ALTER TABLE jetmon_events DROP COLUMN dedup_key');
  await admin('ALTER TABLE jetmon_events DROP COLUMN endpoint_id');
  await admin(
    'ALTER TABLE jetmon_events ADD COLUMN dedup_key VARCHAR(255) AS (IF(ended_at IS NULL, blog_id, NULL)) STORED',
  );
});

it('a reader is told which columns a table has', async () => {
  expect(await run(hasColumn('jetmon_events', 'blog_id'))).toBe(true);
  expect(await run(hasColumn('jetmon_events', 'endpoint_id'))).toBe(false);
  expect(await run(hasColumn('no_such_table', 'blog_id'))).toBe(false);
});

it.each(ways)('where events have no endpoint_id, drift is counted %s by pairs', async (_, count) => {
  await event('down');
  await site(2);
  await site(1);
  await site(0, { blog_id: 8 });
  expect(await count(1000, false)).toEqual({ rule: 'pairs', count: 2 });
});
