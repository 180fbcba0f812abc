import type { RowValues } from 'fleet-lab/state/row-values';
import { beforeEach, describe, expect, it } from 'vitest';
import { countDrift } from '../rules/drift/drift-count.ts';
import { useQueriedDatabase } from '../testing/use-queried-database.ts';
import { indexedDrift } from './indexed-drift.ts';
import { openHttpEvents } from './open-http-events.ts';
import { projectionDrift } from './projection-drift.ts';
import { siteStatuses } from './site-statuses.ts';
import { TABLE_NAMES } from './table-names.ts';

const { database, insert, run } = useQueriedDatabase();
beforeEach(async () => {
  await database().admin.query('TRUNCATE TABLE jetpack_monitor_sites');
  await database().admin.query('TRUNCATE TABLE jetmon_events');
});

const site = (site_status: number, columns: RowValues = {}) =>
  insert('jetpack_monitor_sites', {
    blog_id: 7,
    bucket_no: 0,
    monitor_active: 1,
    monitor_url: 'https://example.com/',
    site_status,
    ...columns,
  });
const event = (state: string, columns: RowValues = {}) =>
  insert('jetmon_events', {
    blog_id: 7,
    check_type: 'http',
    severity: 4,
    state,
    ...columns,
  });

type Count = (bucketTotal: number) => Promise<number>;
const inOneStatement: Count = (bucketTotal) => run(projectionDrift(TABLE_NAMES.jetmon, bucketTotal));
const withTheIndex: Count = (bucketTotal) => run(indexedDrift(TABLE_NAMES.jetmon, bucketTotal));
const byOpenEvents: Count = async (bucketTotal) => {
  const events = await run(openHttpEvents(TABLE_NAMES.jetmon, 100));
  const blogIds = events.map((event) => event.blog_id);
  return countDrift(events, await run(siteStatuses(TABLE_NAMES.jetmon, bucketTotal, blogIds)));
};

describe.each([
  ['by the open events', byOpenEvents],
  ['in one statement', inOneStatement],
  ['in the statement for the recommended index', withTheIndex],
])('counted %s', (_, count) => {
  const drift = (bucketTotal = 1000) => count(bucketTotal);

  it('without sites nothing drifts, whatever events are open', async () => {
    await event('Down');
    expect(await drift()).toBe(0);
  });

  describe('the status that an open http event calls for', () => {
    it.each([
      ['Down', 2],
      ['Seems Down', 0],
      ['Warning', 1],
      ['', 1],
      ['Up', 1],
    ])('"%s" calls for %i, and each other status is drift', async (state, expected) => {
      await event(state);
      for (const status of [0, 1, 2, 3, -1]) {
        await database().admin.query('DELETE FROM jetpack_monitor_sites');
        await site(status);
        expect([status, await drift()]).toEqual([status, status === expected ? 0 : 1]);
      }
    });

    it('no event calls for 1', async () => {
      await site(1);
      await site(0, { blog_id: 8 });
      await site(2, { blog_id: 9 });
      expect(await drift()).toBe(2);
    });
  });

  describe('sites that do not count', () => {
    it('an inactive site', async () => {
      await site(2, { monitor_active: 0 });
      expect(await drift()).toBe(0);
    });

    it('a site whose active flag is neither 0 nor 1', async () => {
      await site(2, { monitor_active: 2 });
      expect(await drift()).toBe(0);
    });

    it.each([
      [10, 9, 1],
      [10, 10, 0],
      [1, 0, 1],
      [1, 1, 0],
    ])('with %i buckets a site in bucket %i counts %i times', async (total, bucket_no, count) => {
      await site(2, { bucket_no });
      expect(await drift(total)).toBe(count);
    });
  });

  describe('events that do not count', () => {
    it.each(['tls_expiry', 'ping', ''])('an open event of check type "%s"', async (check_type) => {
      await event('Down', { check_type });
      await site(1);
      expect(await drift()).toBe(0);
    });

    it('an http event that has ended', async () => {
      await event('Down', { ended_at: '2026-04-30 13:00:00' });
      await site(1);
      expect(await drift()).toBe(0);
    });

    it('an event of another site', async () => {
      await event('Down', { blog_id: 8 });
      await site(1);
      expect(await drift()).toBe(0);
    });

    it('beside one that does: ended and foreign events add nothing to the open http event', async () => {
      await event('Down', { ended_at: '2026-04-30 13:00:00' });
      await event('Seems Down', { ended_at: '2026-04-30 13:30:00' });
      await event('Warning', { check_type: 'tls_expiry' });
      await event('Down');
      await site(2);
      expect(await drift()).toBe(0);
      await database().admin.query('UPDATE jetpack_monitor_sites SET site_status = 1');
      expect(await drift()).toBe(1);
    });
  });

  describe('pairs of a site and an open http event', () => {
    it('two open events of one site are two pairs', async () => {
      await event('Down');
      await event('Down', { endpoint_id: 3 });
      await site(1);
      expect(await drift()).toBe(2);
    });

    it('two open events that call for different statuses: one of the two pairs drifts', async () => {
      await event('Down');
      await event('Seems Down', { endpoint_id: 3 });
      await site(2);
      expect(await drift()).toBe(1);
    });

    it('two sites of one blog are two pairs with its one event', async () => {
      await event('Down');
      await site(1);
      await site(1);
      expect(await drift()).toBe(2);
    });

    it('two sites of one blog with two events are four', async () => {
      await event('Down');
      await event('Down', { discriminator: 'eu' });
      await site(1);
      await site(0, { bucket_no: 5 });
      expect(await drift()).toBe(4);
    });
  });

  it('blog ids beyond what a JavaScript number can hold are told apart', async () => {
    await event('Down', { blog_id: '18446744073709551615' });
    await site(1, { blog_id: '18446744073709551614' });
    expect(await drift()).toBe(0);
    await site(1, { blog_id: '18446744073709551615' });
    expect(await drift()).toBe(1);
  });

  it('a limit on the open events is kept', async () => {
    await event('Down');
    await event('Down', { blog_id: 8 });
    expect(await run(openHttpEvents(TABLE_NAMES.jetmon, 1))).toHaveLength(1);
  });
});
