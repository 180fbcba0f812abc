import fc from 'fast-check';
import type { DriftCauseCode } from 'fleet-core/contract/answers/drift-detail';
import { causeOfDrift } from 'fleet-core/rules/drift/drift-causes';
import { judgeDriftDetail } from 'fleet-core/rules/drift/drift-detail';
import {
  type ArbitraryEvent,
  type ArbitrarySite,
  arbitraryEvents,
  arbitrarySites,
} from 'fleet-core/testing/arbitrary/drifting-rows';
import { useDriftDatabase } from 'fleet-core/testing/database/use-drift-database';
import { makeSchema } from 'fleet-core/testing/make/make-schema';
import { RULE_STATES } from 'fleet-lab/rule-states/rule-states';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { loadState } from 'fleet-lab/state/load-state';
import { beforeAll, describe, expect, it } from 'vitest';
import { readDriftSample } from './drift-sample-read.ts';

const { admin, database, event, run, site, ways: countWays } = useDriftDatabase();

const WAYS = [
  { hasIndex: false, mostListed: 1000 },
  { hasIndex: false, mostListed: 2 },
  { hasIndex: true, mostListed: 1000 },
];

/** The detail as each way reads it. */
function details(bucketTotal = 1000) {
  return Promise.all(
    WAYS.map(async ({ hasIndex, mostListed }) => {
      const schema = makeSchema({ has_drift_index: hasIndex });
      const sample = await readDriftSample(run, bucketTotal, schema, mostListed);
      return judgeDriftDetail({ sample, read_at_ms: 0 }, bucketTotal);
    }),
  );
}

/** The detail, which all ways agree on and whose count is the snapshot's. */
async function detail(bucketTotal?: number) {
  const [first, ...others] = await details(bucketTotal);
  for (const other of others) expect(other).toEqual(first);
  if (first === undefined) throw new Error('there are ways to read it');
  for (const [, count] of countWays)
    expect(await count(bucketTotal)).toEqual({ rule: first.rule, count: first.count });
  const { by_bucket, by_cause, other_buckets } = first;
  const sum = (parts: readonly { readonly count: number }[]) =>
    parts.reduce((total, { count }) => total + count, 0);
  expect(sum(by_cause)).toBe(first.count);
  expect(sum(by_bucket) + other_buckets.count).toBe(first.count);
  return first;
}

const causes = async () =>
  (await detail()).sites.map(({ site_id, cause }): [number, string] => [Number(site_id), cause]);

describe('by pairs', () => {
  it.each<[string, string[], number, DriftCauseCode]>([
    ['without an event', [], 2, 'down_without_event'],
    ['without an event', [], 0, 'other'],
    ['without an event', [], 3, 'other'],
    ['with an event that is down', ['Down'], 1, 'down_event_not_shown'],
    ['with an event that is down', ['Down'], 0, 'down_event_not_shown'],
    ['with an event that is down', ['Down'], 3, 'down_event_not_shown'],
    ['with an event that seems down', ['Seems Down'], 2, 'down_by_seems_down_event'],
    ['with an event that seems down', ['Seems Down'], 1, 'seems_down_event_not_shown'],
    ['with an event that seems down', ['Seems Down'], 3, 'seems_down_event_not_shown'],
    ['with an event of another state', ['Warning'], 2, 'other'],
    ['with an event of another state', ['Warning'], 0, 'other'],
    ['with two events', ['Down', 'Seems Down'], 2, 'several_events'],
    ['with two events that say the same', ['Down', 'Down'], 1, 'several_events'],
    ['with two events of another state', ['Warning', 'Degraded'], 2, 'several_events'],
  ])('a site %s %j, shown as %i: %s', async (_, states, status, cause) => {
    await site(status, { jetpack_monitor_site_id: 1 });
    for (const [i, state] of states.entries()) await event(state, { discriminator: String(i) });
    expect(await causes()).toEqual([[1, cause]]);
  });

  it.each([
    ['an event that is down', ['Down'], 2],
    ['an event that seems down', ['Seems Down'], 0],
    ['an event of another state', ['Warning'], 1],
    ['two events that say what it shows', ['Down', 'Down'], 2],
    ['no event', [], 1],
  ])('a site that agrees with %s is not there', async (_, states, status) => {
    await site(status);
    for (const [i, state] of states.entries()) await event(state, { discriminator: String(i) });
    expect(await detail()).toMatchObject({ count: 0, site_count: 0, by_cause: [], by_bucket: [], sites: [] });
  });

  it('a site with several events counts by pairs, and is one site', async () => {
    await site(1, { jetpack_monitor_site_id: 1 });
    await event('Down', { discriminator: 'eu' });
    await event('Seems Down', { discriminator: 'us' });
    expect(await detail()).toMatchObject({
      rule: 'pairs',
      count: 2,
      site_count: 1,
      sites: [{ site_id: '1', blog_id: '7', bucket: 0, site_status: 1, expected_status: 2 }],
      truncated: false,
    });
  });
});

describe('by sites', () => {
  it('a site is judged by the events that name it and those of its blog', async () => {
    for (const [i, status] of [2, 1, 0, 2].entries()) await site(status, { jetpack_monitor_site_id: i + 1 });
    await event('Down', { endpoint_id: 1 });
    await event('Down', { endpoint_id: 2 });
    await event('Seems Down', { endpoint_id: 2, discriminator: 'eu' });
    await site(2, { jetpack_monitor_site_id: 5, blog_id: 8 });
    await event('Seems Down', { blog_id: 8, endpoint_id: 5 });
    await site(1, { jetpack_monitor_site_id: 6, blog_id: 9 });
    await site(1, { jetpack_monitor_site_id: 7, blog_id: 9 });
    await event('Seems Down', { blog_id: 9 });
    await event('Warning', { blog_id: 9, endpoint_id: 7 });
    expect((await detail()).rule).toBe('sites');
    expect(Object.fromEntries(await causes())).toEqual({
      2: 'several_events',
      3: 'other',
      4: 'down_without_event',
      5: 'down_by_seems_down_event',
      6: 'seems_down_event_not_shown',
      7: 'several_events',
    });
  });
});

it('blog and site ids beyond what a JavaScript number can hold are told apart', async () => {
  const [a, b] = ['18446744073709551614', '18446744073709551615'];
  await site(2, { blog_id: a, jetpack_monitor_site_id: b });
  await site(2, { blog_id: b, jetpack_monitor_site_id: a });
  expect((await detail()).sites.map(({ site_id, blog_id }) => [site_id, blog_id])).toEqual([
    [a, b],
    [b, a],
  ]);
});

describe('of much drift', () => {
  /** Sites that are down without an event: so many in each bucket, numbered from 1. */
  const downIn = (buckets: number[]) =>
    Promise.all(
      buckets.map((sites, bucket) =>
        sites === 0
          ? undefined
          : admin(`INSERT INTO jetpack_monitor_sites
              (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url, site_status)
              SELECT ${bucket * 1000} + seq, ${bucket * 1000} + seq, ${bucket}, 1, '', 2 FROM seq_1_to_${sites}`),
      ),
    );

  it.each([
    [99, 99, false],
    [100, 100, false],
    [101, 100, true],
  ])('of %i sites %i are named; there are more: %s', async (sites, named, truncated) => {
    await downIn(Array.from({ length: sites }, () => 1));
    const found = await detail();
    expect(found).toMatchObject({ count: sites, truncated });
    expect(found.sites).toHaveLength(named);
  });

  it('the worst buckets come first, those alike by their number, and the rest is counted', async () => {
    await downIn([1, 3, 2, 3, ...Array.from({ length: 18 }, () => 1)]);
    const { by_bucket, other_buckets } = await detail();
    expect(by_bucket.slice(0, 5)).toEqual([
      { bucket: 1, count: 3 },
      { bucket: 3, count: 3 },
      { bucket: 2, count: 2 },
      { bucket: 0, count: 1 },
      { bucket: 4, count: 1 },
    ]);
    expect(by_bucket).toHaveLength(20);
    expect(other_buckets).toEqual({ buckets: 2, count: 2 });
  });

  it('a rare cause is named among hundreds of sites of another', async () => {
    await downIn([400, 0, 400]);
    await site(1, { jetpack_monitor_site_id: 999_999, blog_id: 9_000_000, bucket_no: 1 });
    await event('Down', { blog_id: 9_000_000 });
    const found = await detail();
    expect(found.by_cause.map(({ code, count }) => [code, count])).toEqual([
      ['down_without_event', 800],
      ['down_event_not_shown', 1],
    ]);
    expect(found.sites).toHaveLength(100);
    expect(found.sites.at(-1)).toMatchObject({ site_id: '999999', cause: 'down_event_not_shown' });
    expect(await detail()).toEqual(found);
  });
});

/** The cause of each drifting site, in words over every site and every event; sites are counted in ten buckets. */
function causesOneByOne(sites: ArbitrarySite[], events: ArbitraryEvent[], rule: string | null) {
  const open = events.filter((one) => one.ended_at === null && one.check_type === 'http');
  const expected = (state: string) => ({ Down: 2, 'down ': 2, 'Seems Down': 0, Warning: 1 })[state] ?? 1;
  return sites
    .filter((one) => one.monitor_active === 1 && one.bucket_no < 10)
    .flatMap(({ jetpack_monitor_site_id: id, blog_id, site_status }) => {
      const own = open.filter((one) =>
        rule === 'pairs' || one.endpoint_id === null ? one.blog_id === blog_id : one.endpoint_id === id,
      );
      const statuses = own.map((one) => expected(one.state));
      const worst = [2, 0].find((status) => statuses.includes(status)) ?? 1;
      const agrees =
        rule === 'sites' || own.length === 0
          ? site_status === worst
          : statuses.every((status) => status === site_status);
      if (agrees) return [];
      const open_events = own.length > 1 ? 'several' : own.length === 1 ? 'one' : 'none';
      return [[String(id), causeOfDrift({ site_status, open_events, expected_status: worst })]];
    });
}

it('whichever way it is read, each site that drifts is there with its cause, and as often as is counted', async () => {
  await fc.assert(
    fc.asyncProperty(arbitrarySites, arbitraryEvents, async (siteRows, eventRows) => {
      await admin('DELETE FROM jetpack_monitor_sites');
      await admin('DELETE FROM jetmon_events');
      for (const { site_status, ...columns } of siteRows) await site(site_status, columns);
      for (const [index, { state, ...columns }] of eventRows.entries())
        await event(state, { ...columns, discriminator: String(index) });
      const { rule, sites } = await detail(10);
      expect(sites.map(({ site_id, cause }) => [site_id, cause]).sort()).toEqual(
        causesOneByOne(siteRows, eventRows, rule).sort(),
      );
    }),
    { numRuns: 100 },
  );
});

const STATES = [...RULE_STATES, ...SCENARIOS.map(({ name, build }) => ({ name, ...build() }))].filter(
  (state) => !('is_later' in state),
);

describe.each(['utf8mb4_general_ci', 'utf8mb4_bin'])('states compared as %s', (collation) => {
  beforeAll(async () => {
    await admin(`ALTER TABLE jetmon_events MODIFY COLUMN state VARCHAR(32) COLLATE ${collation} NOT NULL`);
  });

  it('every spelling of a state is counted as the snapshot counts it', async () => {
    for (const [i, state] of ['down', 'DOWN', 'Down ', 'Döwn', 'Down', 'seems down', 'Warning'].entries()) {
      await event(state, { blog_id: i + 1 });
      for (const status of [0, 1, 2]) await site(status, { blog_id: i + 1 });
    }
    expect((await detail()).count).toBeGreaterThan(0);
    await admin(`UPDATE jetmon_events AS event JOIN jetpack_monitor_sites AS site
      ON site.blog_id = event.blog_id AND site.site_status = 1 SET event.endpoint_id = site.jetpack_monitor_site_id`);
    expect((await detail()).rule).toBe('sites');
  });

  it.each(STATES)(
    '$name: all ways agree, and count what the snapshot counts',
    async ({ rows, bucket_total }) => {
      await loadState(database().admin, rows);
      await detail(bucket_total);
    },
  );
});
