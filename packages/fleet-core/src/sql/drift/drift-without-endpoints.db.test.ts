import { beforeAll, expect, it } from 'vitest';
import { useDriftDatabase } from '../../testing/database/use-drift-database.ts';

const { admin, event, site, ways } = useDriftDatabase();
beforeAll(async () => {
  await admin('ALTER TABLE jetmon_events DROP COLUMN dedup_key');
  await admin('ALTER TABLE jetmon_events DROP COLUMN endpoint_id');
  await admin(
    'ALTER TABLE jetmon_events ADD COLUMN dedup_key VARCHAR(255) AS (IF(ended_at IS NULL, blog_id, NULL)) STORED',
  );
});

it.each(ways)('where events have no endpoint_id, drift is counted %s by pairs', async (_, count) => {
  await event('down');
  await site(2);
  await site(1);
  await site(0, { blog_id: 8 });
  expect(await count(1000, false)).toEqual({ rule: 'pairs', count: 2 });
});
