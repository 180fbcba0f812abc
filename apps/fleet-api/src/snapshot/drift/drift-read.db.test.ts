import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { beforeEach, expect, it } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import { countReads } from '../../../trial/harness/tables/count-reads.ts';
import type { Database } from '../../database/database.ts';
import { untilDeadline } from '../aside/work-pace.ts';
import { keepSchema } from '../schema/keep-schema.ts';
import { createDriftRead } from './drift-read.ts';

const SITES = 3000;
const DEADLINE_MS = 10_000;

let lab: LabDatabase;
let database: Database;
/** 3,000 running sites; the first ten have an open event, of which two have the right status; five more are down for nothing. */
beforeEach(async () => {
  lab = await databaseForTest();
  database = connectionsForTest(lab.reader, DEADLINE_MS);
  await lab.admin.query(`INSERT INTO jetpack_monitor_sites (blog_id, bucket_no, monitor_active, monitor_url, site_status)
    SELECT seq, seq % 1000, 1, 'https://example.com/', IF(seq <= 2 OR seq BETWEEN 11 AND 15, 2, 1) FROM seq_1_to_${SITES}`);
  await lab.admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state)
    SELECT seq, 'http', 4, 'Down' FROM seq_1_to_10`);
});

const DRIFTING = { rule: 'pairs', count: 13 };

/** The database, with a note of what is asked of it. */
function noted(asked: string[]): Database {
  return {
    ...database,
    read: (query, deadlineMs) => {
      asked.push(/information_schema\.\w+/.exec(query.sql)?.[0] ?? 'in one statement');
      return database.read(query, deadlineMs);
    },
    readTogether: (work, deadlineMs) => {
      asked.push('in passes');
      return database.readTogether(work, deadlineMs);
    },
  };
}

const LOOK_UP = ['information_schema.COLUMNS'];

/** Entries and rows that one count reads on one connection, once it is known whether the index is there. */
function readsOf(bucketTotal: number): Promise<number> {
  return database.readTogether(async (send) => {
    const single: Database = { ...database, read: send, readTogether: (work) => work(send) };
    const readDrift = createDriftRead(single, keepSchema(single, null));
    await readDrift(bucketTotal, untilDeadline(DEADLINE_MS));
    return countReads(send, () => readDrift(bucketTotal, untilDeadline(DEADLINE_MS)));
  }, DEADLINE_MS);
}

it('without the recommended index every site is read once; with it, no more than those that can drift', async () => {
  expect(await readsOf(1000)).toBeGreaterThanOrEqual(SITES);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites, jetmon_events');
  expect(await readsOf(1000)).toBeLessThan(200);
});

/** As one does who knows nothing of the database yet. */
function countAnew() {
  return createDriftRead(database, keepSchema(database, null))(1000, untilDeadline(DEADLINE_MS));
}

it('both ways count the same', async () => {
  expect(await countAnew()).toEqual(DRIFTING);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect(await countAnew()).toEqual(DRIFTING);
});

it('what the tables have is asked once, and anew after a failure', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  const asked: string[] = [];
  const readDrift = createDriftRead(noted(asked), keepSchema(noted(asked), null));
  await readDrift(1000, untilDeadline(DEADLINE_MS));
  await readDrift(1000, untilDeadline(DEADLINE_MS));
  expect(asked).toEqual([...LOOK_UP, 'in one statement', 'in one statement']);

  await lab.admin.query('RENAME TABLE jetmon_events TO gone');
  await expect(readDrift(1000, untilDeadline(DEADLINE_MS))).rejects.toThrow('schema');
  await lab.admin.query('RENAME TABLE gone TO jetmon_events');
  await lab.admin.query('ALTER TABLE jetpack_monitor_sites DROP INDEX idx_status_blog');
  asked.length = 0;
  expect(await readDrift(1000, untilDeadline(DEADLINE_MS))).toEqual(DRIFTING);
  expect(asked).toEqual([...LOOK_UP, 'in passes']);
});

it('an index that the server is told to ignore is not counted on', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await lab.admin.query('ALTER TABLE jetpack_monitor_sites ALTER INDEX idx_status_blog IGNORED');
  const asked: string[] = [];
  expect(
    await createDriftRead(noted(asked), keepSchema(noted(asked), null))(1000, untilDeadline(DEADLINE_MS)),
  ).toEqual(DRIFTING);
  expect(asked).toEqual([...LOOK_UP, 'in passes']);
});

it('a state that is spelt otherwise counts the same with the recommended index and without', async () => {
  await lab.admin.query("UPDATE jetmon_events SET state = ELT(1 + id MOD 3, 'down', 'Down ', 'Döwn')");
  expect(await countAnew()).toEqual(DRIFTING);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect(await countAnew()).toEqual(DRIFTING);
});

it('where events name sites, both ways count by sites', async () => {
  await lab.admin.query(`UPDATE jetmon_events AS event
    JOIN jetpack_monitor_sites AS site ON site.blog_id = event.blog_id
    SET event.endpoint_id = site.jetpack_monitor_site_id`);
  await lab.admin.query('UPDATE jetpack_monitor_sites SET blog_id = 1 WHERE blog_id BETWEEN 1 AND 15');
  const bySites = { ...DRIFTING, rule: 'sites' };
  expect(await countAnew()).toEqual(bySites);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites, jetmon_events');
  expect(await countAnew()).toEqual(bySites);
  expect(await readsOf(1000)).toBeLessThan(300);
});

it('where events have no endpoint_id, both ways count by pairs', async () => {
  await lab.admin.query('ALTER TABLE jetmon_events DROP COLUMN dedup_key');
  await lab.admin.query('ALTER TABLE jetmon_events DROP COLUMN endpoint_id');
  await lab.admin.query(
    'ALTER TABLE jetmon_events ADD COLUMN dedup_key VARCHAR(255) AS (IF(ended_at IS NULL, blog_id, NULL)) STORED',
  );
  expect(await countAnew()).toEqual(DRIFTING);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect(await countAnew()).toEqual(DRIFTING);
});

it('an outage that ends between the reads is no drift: events and sites are of one instant', async () => {
  let sent = 0;
  async function endAfterTheFirst<T>(answer: Promise<T>): Promise<T> {
    const value = await answer;
    sent++;
    if (sent === 1) {
      await lab.admin.query('UPDATE jetmon_events SET ended_at = NOW(3)');
      await lab.admin.query('UPDATE jetpack_monitor_sites SET site_status = 1');
    }
    return value;
  }
  const changing: Database = {
    ...database,
    read: (query, deadlineMs) =>
      /information_schema/.test(query.sql)
        ? database.read(query, deadlineMs)
        : endAfterTheFirst(database.read(query, deadlineMs)),
    readTogether: (work, deadlineMs) =>
      database.readTogether((send) => work((query) => endAfterTheFirst(send(query))), deadlineMs),
  };
  expect(
    await createDriftRead(changing, keepSchema(changing, null))(1000, untilDeadline(DEADLINE_MS)),
  ).toEqual(DRIFTING);
  expect(sent).toBeGreaterThan(1);
  expect(
    await createDriftRead(database, keepSchema(database, null))(1000, untilDeadline(DEADLINE_MS)),
  ).toMatchObject({ count: 0 });
});
