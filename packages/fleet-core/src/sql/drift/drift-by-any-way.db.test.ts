import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DriftCount } from '../../domain/projection.ts';
import {
  type ArbitraryEvent,
  type ArbitrarySite,
  arbitraryEvents,
  arbitrarySites,
} from '../../testing/arbitrary/drifting-rows.ts';
import { useDriftDatabase } from '../../testing/database/use-drift-database.ts';

const { admin, event, site, ways } = useDriftDatabase();

const EXPECTED: Record<string, number> = { Down: 2, 'down ': 2, 'Seems Down': 0, Warning: 1 };

/** The rule in words, over every site and every event. */
function countOneByOne(sites: ArbitrarySite[], events: ArbitraryEvent[], fromBucket = 0): DriftCount {
  const open = events.filter((one) => one.ended_at === null && one.check_type === 'http');
  const isAlone = (one: ArbitraryEvent) =>
    !open.some((other) => other.blog_id === one.blog_id && other.endpoint_id === null);
  const rule = open.some((one) => one.endpoint_id !== null && isAlone(one)) ? 'sites' : 'pairs';
  const counted = sites.filter(
    (one) => one.monitor_active === 1 && one.bucket_no >= fromBucket && one.bucket_no < 10,
  );
  const drifting = counted.flatMap(({ jetpack_monitor_site_id, blog_id, site_status }) => {
    const own = open.filter((one) =>
      rule === 'pairs' || one.endpoint_id === null
        ? one.blog_id === blog_id
        : one.endpoint_id === jetpack_monitor_site_id,
    );
    const expected = own.map((one) => EXPECTED[one.state] ?? 1);
    const worst = [2, 0].find((status) => expected.includes(status)) ?? 1;
    return (rule === 'sites' || own.length === 0 ? [worst] : expected).filter((one) => one !== site_status);
  });
  return { rule, count: drifting.length };
}

it('whichever way drift is counted, and in whichever buckets, it is what counting site by site and event by event gives', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySites, arbitraryEvents, async (siteRows, eventRows) => {
      await admin('DELETE FROM jetpack_monitor_sites');
      await admin('DELETE FROM jetmon_events');
      for (const { site_status, ...columns } of siteRows) await site(site_status, columns);
      for (const [index, { state, ...columns }] of eventRows.entries()) {
        await event(state, { ...columns, discriminator: String(index) });
      }
      const counted = await Promise.all(ways.map(([, count]) => count(10)));
      expect(counted).toEqual(ways.map(() => countOneByOne(siteRows, eventRows)));
      const inRange = await Promise.all(ways.map(([, count]) => count(10, true, 9)));
      expect(inRange).toEqual(ways.map(() => countOneByOne(siteRows, eventRows, 9)));
    }),
    { numRuns: 150 },
  );
});
