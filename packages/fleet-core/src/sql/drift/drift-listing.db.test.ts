import { expect, it } from 'vitest';
import { useDriftDatabase } from '../../testing/database/use-drift-database.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { driftListing } from './drift-listing.ts';

const { event, run, site, ways } = useDriftDatabase();

const listing = driftListing(TABLE_NAMES.jetmon, 1000);
const listed = (sql: string) => run({ sql, params: [], read: (rows) => rows });

it('by pairs, the statement to copy lists each pair that was counted', async () => {
  await site(2);
  await site(2, { blog_id: 8, bucket_no: 1000 });
  await site(0, { blog_id: 9 });
  await event('down');
  await event('Seems Down', { discriminator: 'eu' });
  await event('Seems Down', { discriminator: 'us', ended_at: '2026-04-30 13:00:00' });
  await event('Seems Down', { check_type: 'tls_expiry' });
  for (const [, count] of ways) expect(await count()).toEqual({ rule: 'pairs', count: 2 });
  expect(await listed(listing.pairs)).toEqual([
    { blog_id: 7, bucket_no: 0, site_status: 2, event_state: 'Seems Down' },
    { blog_id: 9, bucket_no: 0, site_status: 0, event_state: null },
  ]);
});

it('by sites, the statement to copy lists each site that was counted, with what is expected of it', async () => {
  await site(0, { jetpack_monitor_site_id: 1 });
  await site(2, { jetpack_monitor_site_id: 2 });
  await site(1, { jetpack_monitor_site_id: 3, blog_id: 8 });
  await site(2, { jetpack_monitor_site_id: 4, blog_id: 9 });
  await site(1, { jetpack_monitor_site_id: 5, blog_id: 9, bucket_no: 1000 });
  await site(1, { jetpack_monitor_site_id: 6 });
  await event('Seems Down', { endpoint_id: 1 });
  await event('down', { endpoint_id: 1, discriminator: 'eu' });
  await event('DOWN', { endpoint_id: 2 });
  await event('Seems Down', { blog_id: 8 });
  await event('Warning', { blog_id: 8, endpoint_id: 3 });
  await event('Down', { blog_id: 8, ended_at: '2026-04-30 13:00:00' });
  await event('Down', { endpoint_id: 6, check_type: 'tls_expiry' });
  for (const [, count] of ways) expect(await count()).toEqual({ rule: 'sites', count: 3 });
  const row = (site_id: number, blog_id: number, site_status: number, expected: number) => ({
    site_id,
    blog_id,
    bucket_no: 0,
    site_status,
    expected,
  });
  expect(await listed(listing.sites)).toEqual([row(1, 7, 0, 2), row(3, 8, 1, 0), row(4, 9, 2, 1)]);
});

it('both end after a screenful', async () => {
  for (let blog_id = 1; blog_id <= 51; blog_id++) await site(2, { blog_id });
  expect(await listed(listing.pairs)).toHaveLength(50);
  expect(await listed(listing.sites)).toHaveLength(50);
});
