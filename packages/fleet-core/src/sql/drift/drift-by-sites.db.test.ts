import { describe, expect, it } from 'vitest';
import { useDriftDatabase } from '../../testing/database/use-drift-database.ts';

const { admin, event, site, ways } = useDriftDatabase();

/** Sites 1, 2 and 3 of blog 7. */
async function threeSites(...statuses: number[]) {
  for (const [index, status] of statuses.entries()) {
    await site(status, { jetpack_monitor_site_id: index + 1 });
  }
}

/** An event of a running site of another blog, so that it is known that events name sites. */
async function elsewhere() {
  await site(2, { blog_id: 70, jetpack_monitor_site_id: 70 });
  await event('Down', { blog_id: 70, endpoint_id: 70 });
}

describe.each(ways)('where events name sites, counted %s', (_, count) => {
  const drift = async () => {
    const { rule, ...counted } = await count();
    expect(rule).toBe('sites');
    return counted.count;
  };

  it('an event is of the one site that it names: the others of its blog should be running', async () => {
    await threeSites(2, 1, 1);
    await event('Down', { endpoint_id: 1 });
    expect(await drift()).toBe(0);
  });

  it('a blog shown as down for the one site that is down drifts by its other sites', async () => {
    await threeSites(2, 2, 2);
    await event('Down', { endpoint_id: 1 });
    expect(await drift()).toBe(2);
  });

  it.each([
    [['Down', 'Seems Down', 'Warning'], 2],
    [['Warning', 'seems down'], 0],
    [['Warning', 'Degraded'], 1],
    [['Seems Down', 'down '], 2],
  ])('the worst of the events %j calls for %i, and each site drifts once', async (states, expected) => {
    for (const state of states) await event(state, { endpoint_id: 1, discriminator: state });
    for (const status of [0, 1, 2, 3]) {
      await threeSites(status);
      expect([status, await drift()]).toEqual([status, status === expected ? 0 : 1]);
      await admin('DELETE FROM jetpack_monitor_sites');
    }
  });

  it('an event of the whole blog is of each of its sites', async () => {
    await elsewhere();
    await threeSites(0, 0, 1);
    await event('Seems Down');
    expect(await drift()).toBe(1);
  });

  it('a site is judged by the worst of its own event and that of its blog', async () => {
    await elsewhere();
    await threeSites(2, 0, 2);
    await event('Seems Down');
    await event('Down', { endpoint_id: 1 });
    expect(await drift()).toBe(1);
  });

  it('an event follows the site that it names, though the site has moved to another blog', async () => {
    await site(1, { blog_id: 8, jetpack_monitor_site_id: 1 });
    await event('Down', { blog_id: 7, endpoint_id: 1 });
    expect(await drift()).toBe(1);
  });

  it('an event that names a site which is not there says nothing of the sites of its blog', async () => {
    await threeSites(1, 1);
    await event('Down', { endpoint_id: 99 });
    expect(await drift()).toBe(0);
  });

  it('a site that no event names should be running', async () => {
    await elsewhere();
    await threeSites(1, 0, 2);
    expect(await drift()).toBe(2);
  });

  it('sites that are inactive or in a bucket beyond the total do not count', async () => {
    await site(1, { jetpack_monitor_site_id: 1, monitor_active: 0 });
    await site(1, { jetpack_monitor_site_id: 2, bucket_no: 1000 });
    await event('Down', { endpoint_id: 1 });
    await event('Down', { endpoint_id: 2 });
    expect(await drift()).toBe(0);
  });
});

describe.each(ways)('the rule, counted %s', (_, count) => {
  it('is by pairs without an open event', async () => {
    await site(2);
    expect(await count()).toEqual({ rule: 'pairs', count: 1 });
  });

  it('is by pairs where each event is of a whole blog', async () => {
    await threeSites(2, 2, 1);
    await event('Down');
    expect(await count()).toEqual({ rule: 'pairs', count: 1 });
  });

  it('is by pairs where an event names a site beside one of its whole blog, and nowhere else', async () => {
    await threeSites(1);
    await event('Down');
    await event('Down', { endpoint_id: 1 });
    expect(await count()).toEqual({ rule: 'pairs', count: 2 });
  });

  it.each([
    ['that has ended', { ended_at: '2026-04-30 13:00:00' }],
    ['of another check', { check_type: 'tls_expiry' }],
  ])('is by pairs where the only event that names a site is one %s', async (_what, columns) => {
    await threeSites(2, 2);
    await event('Down');
    await event('Down', { blog_id: 8, endpoint_id: 9, ...columns });
    expect(await count()).toEqual({ rule: 'pairs', count: 0 });
  });

  it('is by sites as soon as one event names a site and none is of its whole blog', async () => {
    await threeSites(1);
    await event('Down');
    await event('Down', { endpoint_id: 1 });
    await event('Warning', { blog_id: 8, endpoint_id: 9 });
    expect(await count()).toEqual({ rule: 'sites', count: 1 });
  });
});
