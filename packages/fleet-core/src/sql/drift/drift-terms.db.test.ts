import { beforeAll, describe, expect, it } from 'vitest';
import { useDriftDatabase } from '../../testing/database/use-drift-database.ts';

const { admin, event, site, ways } = useDriftDatabase();

describe.each(ways)('counted %s', (_, count) => {
  const drift = async (bucketTotal = 1000) => (await count(bucketTotal)).count;

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
        await admin('DELETE FROM jetpack_monitor_sites');
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
      await admin('UPDATE jetpack_monitor_sites SET site_status = 1');
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
});

const SPELLINGS = ['down', 'DOWN', 'Down ', 'Döwn', 'Down', 'Seems Down', 'seems down', 'Warning'];

describe.each([
  ['utf8mb4_general_ci', 'VARCHAR(32) COLLATE utf8mb4_general_ci', [2, 2, 2, 2, 2, 0, 0, 1]],
  ['utf8mb4_bin', 'VARCHAR(32) COLLATE utf8mb4_bin', [1, 1, 2, 1, 2, 0, 1, 1]],
  ['bytes', 'VARBINARY(32)', [1, 1, 1, 1, 2, 0, 1, 1]],
])('states that the database compares as %s', (_, column, expected) => {
  beforeAll(() => admin(`ALTER TABLE jetmon_events MODIFY COLUMN state ${column} NOT NULL`));

  it.each(ways)('are compared so when counted %s', async (_way, count) => {
    for (const [index, state] of SPELLINGS.entries()) await event(state, { blog_id: index + 1 });
    for (const status of [0, 1, 2]) {
      await admin('DELETE FROM jetpack_monitor_sites');
      for (const index of SPELLINGS.keys()) await site(status, { blog_id: index + 1 });
      const drifting = expected.filter((wanted) => wanted !== status).length;
      expect([status, await count()]).toEqual([status, { rule: 'pairs', count: drifting }]);
    }
  });

  it.each(ways)(
    'are one pair each when counted %s, however the state of a blog is spelt',
    async (_way, count) => {
      for (const [index, state] of SPELLINGS.entries()) await event(state, { discriminator: String(index) });
      await site(2);
      expect(await count()).toEqual({
        rule: 'pairs',
        count: expected.filter((wanted) => wanted !== 2).length,
      });
    },
  );
});
