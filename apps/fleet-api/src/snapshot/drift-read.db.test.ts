import { recommendedDriftIndex } from 'fleet-core/sql/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/table-names';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { beforeEach, expect, it } from 'vitest';
import { countReads } from '../../trial/harness/count-reads.ts';
import { connectionsForTest, databaseForTest } from '../../trial/harness/fixtures/for-one-test.ts';
import type { Database } from '../database/database.ts';
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

const DRIFTING = 13;

/** The database, with a note of what is asked of it. */
function noted(asked: string[]): Database {
  return {
    ...database,
    read: (query, deadlineMs) => {
      asked.push(/information_schema/.test(query.sql) ? 'is the index there' : 'in one statement');
      return database.read(query, deadlineMs);
    },
    readTogether: (work, deadlineMs) => {
      asked.push('in one pass');
      return database.readTogether(work, deadlineMs);
    },
  };
}

/** Entries and rows that one count reads on one connection, once it is known whether the index is there. */
function readsOf(bucketTotal: number): Promise<number> {
  return database.readTogether(async (send) => {
    const single: Database = { ...database, read: send, readTogether: (work) => work(send) };
    const readDrift = createDriftRead(single, TABLE_NAMES.jetmon);
    await readDrift(bucketTotal, DEADLINE_MS);
    return countReads(send, () => readDrift(bucketTotal, DEADLINE_MS));
  }, DEADLINE_MS);
}

it('without the recommended index every site is read once; with it, no more than those that can drift', async () => {
  expect(await readsOf(1000)).toBeGreaterThanOrEqual(SITES);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites, jetmon_events');
  expect(await readsOf(1000)).toBeLessThan(200);
});

it('both ways count the same', async () => {
  expect(await createDriftRead(database, TABLE_NAMES.jetmon)(1000, DEADLINE_MS)).toBe(DRIFTING);
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect(await createDriftRead(database, TABLE_NAMES.jetmon)(1000, DEADLINE_MS)).toBe(DRIFTING);
});

it('whether the index is there is asked once, and anew after a failure', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  const asked: string[] = [];
  const readDrift = createDriftRead(noted(asked), TABLE_NAMES.jetmon);
  await readDrift(1000, DEADLINE_MS);
  await readDrift(1000, DEADLINE_MS);
  expect(asked).toEqual(['is the index there', 'in one statement', 'in one statement']);

  await lab.admin.query('RENAME TABLE jetmon_events TO gone');
  await expect(readDrift(1000, DEADLINE_MS)).rejects.toThrow('schema');
  await lab.admin.query('RENAME TABLE gone TO jetmon_events');
  await lab.admin.query('ALTER TABLE jetpack_monitor_sites DROP INDEX idx_status_blog');
  asked.length = 0;
  expect(await readDrift(1000, DEADLINE_MS)).toBe(DRIFTING);
  expect(asked).toEqual(['is the index there', 'in one pass']);
});
