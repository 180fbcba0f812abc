import { DriftDetail } from 'fleet-core/contract/answers/drift-detail';
import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import { countReads } from '../../../trial/harness/tables/count-reads.ts';
import { addSites, analyze, numbers } from '../../../trial/harness/tables/seed-many-rows.ts';
import type { Database } from '../../database/database.ts';
import type { EncodedBody } from '../bytes/encoded-body.ts';
import { keepSchema } from '../schema/keep-schema.ts';
import type { Aged } from '../snapshot-cache.ts';
import { createDriftDetail } from './drift-detail.ts';

const DEADLINE_MS = 20_000;
const tables = TABLE_NAMES.jetmon;
const settings = { bucketTotal: 1000, deadlineMs: DEADLINE_MS, keptMs: 0 };

const parse = ({ value }: Aged<EncodedBody>) => DriftDetail.parse(JSON.parse(value.identity.toString()));

/** 20,000 running sites of which every hundredth has an open event, half of them shown. */
async function sitesForTest() {
  const lab = await databaseForTest();
  await addSites(lab, 20_000, 1);
  await lab.admin.query('UPDATE jetpack_monitor_sites SET site_status = 2 WHERE blog_id MOD 200 = 1');
  await analyze(lab);
  return { lab, database: connectionsForTest(lab.reader, DEADLINE_MS) };
}

describe('what one answer reads', () => {
  /** Entries and rows, once it is known what the tables have. */
  async function readsOf(database: Database) {
    return database.readTogether(async (send) => {
      const single: Database = { ...database, read: send, readTogether: (work) => work(send) };
      const read = createDriftDetail({
        ...settings,
        database: single,
        schemas: keepSchema(single, null),
        expensiveFromMs: Infinity,
      });
      await read();
      return countReads(send, read);
    }, DEADLINE_MS);
  }

  it('without the recommended index: each site once, and those of the sampled buckets once more', async () => {
    const { database } = await sitesForTest();
    expect(
      parse(
        await createDriftDetail({
          ...settings,
          database,
          schemas: keepSchema(database, null),
          expensiveFromMs: Infinity,
        })(),
      ),
    ).toMatchObject({ rule: 'pairs', count: 100, by_cause: [{ code: 'down_event_not_shown', count: 100 }] });
    expect(await readsOf(database)).toBeLessThan(1.2 * 20_000);
  });

  it('with it: no more than the sites that can drift', async () => {
    const { lab, database } = await sitesForTest();
    await lab.admin.query(recommendedDriftIndex(tables));
    await analyze(lab);
    expect(await readsOf(database)).toBeLessThan(5000);
  });
});

it('the answer is bounded when every site drifts', async () => {
  const lab = await databaseForTest();
  await lab.admin.query(`INSERT INTO jetpack_monitor_sites (blog_id, bucket_no, monitor_active, monitor_url, site_status)
    SELECT n, n MOD 1000, 1, '', 2 FROM ${numbers(50_000)}`);
  const database = connectionsForTest(lab.reader, DEADLINE_MS);
  const answer = await createDriftDetail({
    ...settings,
    database,
    schemas: keepSchema(database, null),
    expensiveFromMs: Infinity,
  })();
  expect(parse(answer)).toMatchObject({
    count: 50_000,
    truncated: true,
    other_buckets: { buckets: 980, count: 49_000 },
  });
  expect(answer.value.identity.length).toBeLessThan(32_000);
});

describe('how often it is read', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Asks twice, one after the other, and counts what reached the database. */
  async function askTwice(expensiveFromMs: number, keptMs: number) {
    const { reader } = await databaseForTest();
    const database = connectionsForTest(reader, DEADLINE_MS);
    let reads = 0;
    const noted: Database = {
      ...database,
      readTogether: async (work, deadlineMs) => {
        reads += 1;
        const read = await database.readTogether(work, deadlineMs);
        // A second of work rests for longer than this machine may take to ask again.
        vi.setSystemTime(Date.now() + 1000);
        return read;
      },
    };
    const ask = createDriftDetail({
      ...settings,
      database: noted,
      schemas: keepSchema(noted, null),
      expensiveFromMs,
      keptMs,
    });
    const [first] = await Promise.all([ask(), ask()]);
    const again = await ask();
    return { reads, isSame: again === first };
  }

  it('all who ask at once share one read, and a cheap one is taken anew', async () => {
    expect(await askTwice(Infinity, 0)).toEqual({ reads: 2, isSame: false });
  });

  it('an expensive one rests: the last answer stands, with its age', async () => {
    expect(await askTwice(0, 0)).toEqual({ reads: 1, isSame: true });
  });

  it('within the life of a snapshot it is not read again', async () => {
    expect(await askTwice(Infinity, 60_000)).toEqual({ reads: 1, isSame: true });
  });
});

it('without a bucket total nothing is read, and why is said', async () => {
  const { reader } = await databaseForTest();
  const database = connectionsForTest({ ...reader, password: 'wrong' }, DEADLINE_MS);
  const ask = createDriftDetail({
    ...settings,
    bucketTotal: 0,
    database,
    schemas: keepSchema(database, null),
    expensiveFromMs: Infinity,
  });
  expect(parse(await ask())).toMatchObject({
    checked_at: null,
    rule: null,
    count: null,
    error: 'BUCKET_TOTAL is 0; set it to the number of buckets so that drift can be counted',
  });
});
