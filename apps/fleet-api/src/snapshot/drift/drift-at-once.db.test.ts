import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { beforeEach, expect, it } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { untilDeadline } from '../aside/work-pace.ts';
import { createDriftAtOnce } from './drift-at-once.ts';
import { createRangedDrift } from './drift-in-ranges.ts';

const DEADLINE_MS = 60_000;
const ALL = { tables: TABLE_NAMES.jetmon, bucketTotal: 1000, hasEndpointIds: true, fromBucket: undefined };

let lab: LabDatabase;
let database: Database;
/** 100 running sites with the ids 1 … 100, each of the blog of the same number. */
beforeEach(async () => {
  lab = await databaseForTest();
  database = connectionsForTest(lab.reader, DEADLINE_MS);
  await lab.admin.query(`INSERT INTO jetpack_monitor_sites
    (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url, site_status)
    SELECT seq, seq, seq, 1, 'https://example.com/', 1 FROM seq_1_to_100`);
});

const openEvent = (blog: number, endpoint: number | null = null) =>
  lab.admin.query(
    `INSERT INTO jetmon_events (blog_id, endpoint_id, check_type, severity, state) VALUES (${blog}, ${endpoint}, 'http', 4, 'Down')`,
  );
const endEvents = () => lab.admin.query('UPDATE jetmon_events SET ended_at = NOW(3)');
const takeDown = (blog: number) =>
  lab.admin.query(`UPDATE jetpack_monitor_sites SET site_status = 2 WHERE blog_id = ${blog}`);

/** Counts as often as it is asked, and tells what each count asked of the database. */
function counting({ quickMs = Number.POSITIVE_INFINITY, of = database } = {}) {
  const asked: string[] = [];
  const noted: Database = {
    ...of,
    read: (query, deadlineMs) => {
      asked.push('a statement');
      return of.read(query, deadlineMs);
    },
    readTogether: (work, deadlineMs) => {
      asked.push('a transaction');
      return of.readTogether(work, deadlineMs);
    },
  };
  const count = createDriftAtOnce(noted, createRangedDrift(noted), quickMs);
  return async () => {
    asked.length = 0;
    return [await count(ALL, untilDeadline(DEADLINE_MS)), ...asked];
  };
}

it('what was counted quickly is counted in one statement from then on', async () => {
  await takeDown(1);
  const count = counting();
  expect(await count()).toEqual([{ rule: 'pairs', count: 1 }, 'a transaction']);
  await takeDown(2);
  expect(await count()).toEqual([{ rule: 'pairs', count: 2 }, 'a statement']);
});

it('after a slow count it is counted in ranges, which know what to do', async () => {
  const count = counting({ quickMs: 0 });
  await count();
  expect(await count()).toEqual([{ rule: 'pairs', count: 0 }, 'a transaction']);
});

it('an event that came or went is counted with one statement more, the next time again with one', async () => {
  const count = counting();
  await count();
  await openEvent(1);
  expect(await count()).toEqual([{ rule: 'pairs', count: 1 }, 'a statement', 'a statement']);
  await takeDown(1);
  expect(await count()).toEqual([{ rule: 'pairs', count: 0 }, 'a statement']);
  await endEvents();
  expect(await count()).toEqual([{ rule: 'pairs', count: 1 }, 'a statement', 'a statement']);
});

it('events that come to name their sites are counted by that rule', async () => {
  const count = counting();
  await openEvent(1);
  await count();
  await lab.admin.query('UPDATE jetmon_events SET endpoint_id = 2');
  expect(await count()).toMatchObject([{ rule: 'sites', count: 1 }, 'a statement', 'a statement']);
  await takeDown(2);
  expect(await count()).toEqual([{ rule: 'sites', count: 0 }, 'a statement']);
});

it('where events come and go with each look, it is counted in ranges', async () => {
  let blog = 0;
  const busy: Database = {
    ...database,
    read: async (query, deadlineMs) => {
      const answer = await database.read(query, deadlineMs);
      blog += 1;
      await openEvent(blog);
      return answer;
    },
  };
  const count = counting({ of: busy });
  await count();
  await openEvent(100);
  expect(await count()).toEqual([{ rule: 'pairs', count: 3 }, 'a statement', 'a statement', 'a transaction']);
});

it('an outage that begins or ends between two counts, or during one, is no drift', async () => {
  const count = counting();
  const begin = [
    "INSERT INTO jetmon_events (blog_id, check_type, severity, state) VALUES (7, 'http', 4, 'Down')",
    2,
  ];
  const end = ['UPDATE jetmon_events SET ended_at = NOW(3) WHERE ended_at IS NULL', 1];
  const connection = await lab.admin.getConnection();
  let isOver = false;
  const outages = (async () => {
    for (let turn = 0; !isOver; turn++) {
      const [event, status] = turn % 2 === 0 ? begin : end;
      await connection.beginTransaction();
      await connection.query(String(event));
      await connection.query(`UPDATE jetpack_monitor_sites SET site_status = ${status} WHERE blog_id = 7`);
      await connection.commit();
    }
  })();
  const counts: unknown[] = [];
  for (let look = 1; look <= 200; look++) counts.push((await count())[0]);
  isOver = true;
  await outages;
  connection.release();
  expect(counts).toEqual(counts.map(() => ({ rule: 'pairs', count: 0 })));
});

it.each([
  ['too slow is counted in ranges', 1969, [{ rule: 'pairs', count: 0 }, 'a statement', 'a transaction']],
  ['gone fails the count', 1146, 'failed'],
])('a table that is suddenly %s', async (_, errno, expected) => {
  let isFailing = false;
  const failure = new DatabaseFailure('timeout', 'failed', { cause: Object.assign(new Error(), { errno }) });
  const of: Database = {
    ...database,
    read: (query, deadlineMs) => (isFailing ? Promise.reject(failure) : database.read(query, deadlineMs)),
  };
  const count = counting({ of });
  await count();
  isFailing = true;
  expect(await count().catch((error: Error) => error.message)).toEqual(expected);
});

it('a count that fails is followed by one in ranges: one statement may be what does not end in time', async () => {
  let isFailing = false;
  const stopped = new DatabaseFailure('timeout', 'stopped', {
    cause: Object.assign(new Error(), { errno: 1969 }),
  });
  const of: Database = {
    ...database,
    read: (query, deadlineMs) => (isFailing ? Promise.reject(stopped) : database.read(query, deadlineMs)),
    readTogether: (work, deadlineMs) =>
      isFailing ? Promise.reject(stopped) : database.readTogether(work, deadlineMs),
  };
  const count = counting({ of });
  await count();
  isFailing = true;
  await expect(count()).rejects.toThrow('stopped');
  isFailing = false;
  expect(await count()).toEqual([{ rule: 'pairs', count: 0 }, 'a transaction']);
});
