import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { beforeEach, describe, expect, it } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import { countReads } from '../../../trial/harness/tables/count-reads.ts';
import { numbers } from '../../../trial/harness/tables/seed-many-rows.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { untilDeadline } from '../aside/work-pace.ts';
import { createRangedDrift } from './drift-in-ranges.ts';

const SITES = 1000;
const DEADLINE_MS = 60_000;
const ALL = { tables: TABLE_NAMES.jetmon, bucketTotal: 1000, hasEndpointIds: true, fromBucket: undefined };

let lab: LabDatabase;
let database: Database;
/** 1,000 running sites with the ids 1 … 1,000, each of the blog of the same number. */
beforeEach(async () => {
  lab = await databaseForTest();
  database = connectionsForTest(lab.reader, DEADLINE_MS);
  await addSites(SITES);
});

const addSites = (count: number) =>
  lab.admin.query(`INSERT INTO jetpack_monitor_sites
    (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url, site_status)
    SELECT n + 1, n + 1, n MOD 1000, 1, 'https://example.com/', 1 FROM ${numbers(count)}`);
const openEvents = (blogs: string) =>
  lab.admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state)
    SELECT blog_id, 'http', 4, 'Down' FROM jetpack_monitor_sites WHERE ${blogs}`);
const takeDown = (blogs: string) =>
  lab.admin.query(`UPDATE jetpack_monitor_sites SET site_status = 2 WHERE ${blogs}`);

/** How many ids a statement asks for, of those that there are; undefined when it does not ask for sites in a range. */
function widthOf(sql: string): number | undefined {
  if (!sql.includes('site_count')) return undefined;
  const after = Number(/site\.jetpack_monitor_site_id > (\d+)/.exec(sql)?.[1] ?? 0);
  const upTo = Number(/site\.jetpack_monitor_site_id <= (\d+)/.exec(sql)?.[1] ?? SITES);
  return upTo - after;
}

/** The database as one whose server stops what asks for more than `mostIds`, with the widths that it was asked for. */
function slowBeyond(
  most: { readonly ids: number },
  asked: number[],
  inBetween: (transaction: number) => Promise<unknown> = async () => {},
  failure = stopped(),
): Database {
  let transaction = 0;
  return {
    ...database,
    readTogether: async (work, deadlineMs) => {
      transaction += 1;
      await inBetween(transaction);
      return database.readTogether(
        (send) =>
          work((query) => {
            const width = widthOf(query.sql);
            if (width === undefined) return send(query);
            asked.push(width);
            return width > most.ids ? Promise.reject(failure) : send(query);
          }),
        deadlineMs,
      );
    },
  };
}

const stopped = () =>
  new DatabaseFailure('timeout', 'stopped', { cause: Object.assign(new Error(), { errno: 1969 }) });

const counting = (of: Database) => {
  const count = createRangedDrift(of);
  return () => count(ALL, untilDeadline(DEADLINE_MS));
};

it('a table that is read quickly is read at once', async () => {
  const asked: number[] = [];
  await openEvents('blog_id <= 10');
  expect(await counting(slowBeyond({ ids: SITES }, asked))()).toEqual({ rule: 'pairs', count: 10 });
  expect(asked).toEqual([SITES]);
});

it('what takes too long is halved until it does not, what was counted stands, and the next count begins in those ranges', async () => {
  const most = { ids: 300 };
  const asked: number[] = [];
  await openEvents('blog_id MOD 100 = 0');
  await takeDown('blog_id IN (100, 7)');
  const count = counting(slowBeyond(most, asked));
  expect(await count()).toEqual({ rule: 'pairs', count: 10 });
  expect(asked.slice(0, 2)).toEqual([1000, 500]);
  expect(asked.slice(2).every((width) => width <= 300)).toBe(true);
  expect(asked.slice(2).reduce((sum, width) => sum + width, 0)).toBe(SITES);
});

it('a server that stops every range is too slow after 256 of them, and is not asked for longer ones the next time', async () => {
  const asked: number[] = [];
  const count = counting(slowBeyond({ ids: 0 }, asked));
  await expect(count()).rejects.toThrow('stopped');
  expect(asked).toEqual([1000, 500, 250, 125, 62, 31, 15, 7, 3]);
  await expect(count()).rejects.toThrow('stopped');
  expect(asked).toHaveLength(10);
});

it.each([
  ['a table that is gone', 1146],
  ['a lock', 1205],
])('%s fails the count, and is not read in smaller ranges', async (_, errno) => {
  const failure = new DatabaseFailure('timeout', 'failed', { cause: Object.assign(new Error(), { errno }) });
  const asked: number[] = [];
  const failing = slowBeyond({ ids: 0 }, asked, undefined, failure);
  await expect(counting(failing)()).rejects.toThrow('failed');
  expect(asked).toEqual([SITES]);
});

it('a site that was added while sites were counted in ranges is counted', async () => {
  const most = { ids: 300 };
  const count = counting(slowBeyond(most, []));
  expect(await count()).toMatchObject({ count: 0 });
  await lab.admin.query(`INSERT INTO jetpack_monitor_sites
    (blog_id, bucket_no, monitor_active, monitor_url, site_status) VALUES (5000, 1, 1, 'https://example.com/', 2)`);
  expect(await count()).toMatchObject({ count: 1 });
});

describe('between two ranges', () => {
  /** Sites 1 … 500 are counted, then the server becomes slower, and the others are counted in other transactions. */
  const inHalves = (change: () => Promise<unknown>) => {
    const asked: number[] = [];
    const most = {
      get ids() {
        return asked.length < 3 ? 500 : 250;
      },
    };
    return slowBeyond(most, asked, async (transaction) => {
      if (transaction === 3) await change();
    });
  };

  it('an outage that begins is no drift: events and sites of a range are of one instant', async () => {
    const change = async () => {
      await openEvents('blog_id > 400 AND blog_id <= 600');
      await takeDown('blog_id > 400 AND blog_id <= 600');
    };
    expect(await counting(inHalves(change))()).toMatchObject({ count: 0 });
  });

  it('an outage that ends is no drift', async () => {
    await openEvents('blog_id > 400 AND blog_id <= 600');
    await takeDown('blog_id > 400 AND blog_id <= 600');
    const change = async () => {
      await lab.admin.query('UPDATE jetmon_events SET ended_at = NOW(3)');
      await lab.admin.query('UPDATE jetpack_monitor_sites SET site_status = 1');
    };
    expect(await counting(inHalves(change))()).toMatchObject({ count: 0 });
  });

  it('events that come to name their sites are counted by that rule from the beginning', async () => {
    await openEvents('blog_id IN (1, 2, 999)');
    // A second one of the same blog, which counts by pairs alone.
    await lab.admin.query(`INSERT INTO jetmon_events (blog_id, check_type, discriminator, severity, state)
      VALUES (1, 'http', 'second', 4, 'Down')`);
    const change = () => lab.admin.query('UPDATE jetmon_events SET endpoint_id = blog_id');
    expect(await counting(inHalves(change))()).toEqual({ rule: 'sites', count: 3 });
  });

  it('a site that moves to another bucket is counted once', async () => {
    await takeDown('blog_id IN (1, 1000)');
    const change = () => lab.admin.query('UPDATE jetpack_monitor_sites SET bucket_no = 999 - bucket_no');
    expect(await counting(inHalves(change))()).toMatchObject({ count: 2 });
  });
});

describe('where events name their sites', () => {
  const nameSites = () => lab.admin.query('UPDATE jetmon_events SET endpoint_id = blog_id');
  /** The database as one whose server stops what tells of more than `most` events. */
  const tellingAtMost = (most: number, told: number[]): Database => ({
    ...database,
    readTogether: (work, deadlineMs) =>
      database.readTogether(
        (send) =>
          work(async (query) => {
            const answer = await send(query);
            if (!query.sql.includes('event.blog_id AS CHAR') || !Array.isArray(answer)) return answer;
            told.push(answer.length);
            if (answer.length > most) throw stopped();
            return answer;
          }),
        deadlineMs,
      ),
  });

  it('more events than can be read in time are read with the sites of smaller ranges', async () => {
    await openEvents('blog_id > 0');
    await takeDown('blog_id NOT IN (1, 500, 501, 1000)');
    await nameSites();
    const told: number[] = [];
    const count = counting(tellingAtMost(300, told));
    expect(await count()).toEqual({ rule: 'sites', count: 4 });
    // All of them, to tell the rule; then by ranges.
    expect(told.slice(0, 3)).toEqual([1000, 1000, 500]);
    expect(told.slice(3).every((events) => events <= 300)).toBe(true);
    expect(told.slice(3).reduce((sum, events) => sum + events, 0)).toBe(SITES);
  });

  it('when too many come to name theirs at once, as in an outage, the rule is asked for and they are counted', async () => {
    const told: number[] = [];
    const count = counting(tellingAtMost(300, told));
    expect(await count()).toEqual({ rule: 'pairs', count: 0 });
    await openEvents('blog_id > 0');
    await nameSites();
    expect(await count()).toEqual({ rule: 'sites', count: SITES });
  });

  it('an event of a whole blog is of its sites in every range', async () => {
    await openEvents('blog_id = 1');
    await lab.admin.query('UPDATE jetpack_monitor_sites SET blog_id = 1 WHERE blog_id IN (400, 600, 900)');
    await openEvents('blog_id = 2');
    await lab.admin.query('UPDATE jetmon_events SET endpoint_id = blog_id WHERE blog_id = 2');
    expect(await counting(slowBeyond({ ids: 300 }, []))()).toEqual({ rule: 'sites', count: 5 });
  });
});

it.each([
  ['of blogs', 'NULL'],
  ['that name their sites', 'blog_id'],
])(
  'rows examined grow with the events %s in proportion, and each site is read once: there is no number from which it costs more',
  async (_, endpoint) => {
    await lab.admin.query('TRUNCATE TABLE jetpack_monitor_sites');
    await addSites(2000);
    const readsFor = async (): Promise<number> => {
      await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites, jetmon_events');
      return database.readTogether((send) => {
        const single: Database = { ...database, read: send, readTogether: (work) => work(send) };
        return countReads(send, counting(single));
      }, DEADLINE_MS);
    };
    const ofOtherBlogs = (from: number, count: number) =>
      lab.admin.query(`INSERT INTO jetmon_events (blog_id, endpoint_id, check_type, severity, state)
      SELECT blog_id, ${endpoint}, 'http', 4, 'Down' FROM (SELECT ${from} + n AS blog_id FROM ${numbers(count)}) AS blogs`);
    await ofOtherBlogs(100_000, 1000);
    const few = await readsFor();
    await ofOtherBlogs(200_000, 10_000);
    const some = await readsFor();
    await ofOtherBlogs(300_000, 14_000);
    const many = await readsFor();
    const perEvent = (some - few) / 10_000;
    expect(few - 1000 * perEvent).toBeLessThanOrEqual(2000 * 1.05);
    expect(many).toBeLessThanOrEqual(1.05 * (some + 14_000 * perEvent));
  },
);
