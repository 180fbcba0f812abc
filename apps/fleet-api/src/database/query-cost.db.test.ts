import { ALL_SITES } from 'fleet-core/domain/projection';
import { bucketOwnerQueries } from 'fleet-core/sql/bucket-owners';
import { deliveryQueue } from 'fleet-core/sql/delivery-queue';
import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { indexedDrift } from 'fleet-core/sql/drift/indexed-drift';
import { driftRule } from 'fleet-core/sql/drift/indexed-drift-detail';
import { listedDriftGroups } from 'fleet-core/sql/drift/listed-drift';
import { openHttpEvents } from 'fleet-core/sql/drift/open-http-events';
import { siteStatuses } from 'fleet-core/sql/drift/site-statuses';
import { processHealth } from 'fleet-core/sql/process-health';
import type { Query } from 'fleet-core/sql/query';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { newestRuntimeChecks, newestRuntimeChecksOf } from 'fleet-core/sql/sites/runtime-checks';
import { seedExample } from 'fleet-lab/state/labelled-states';
import { loadState } from 'fleet-lab/state/load-state';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useConnections } from '../../trial/harness/fixtures/use-connections.ts';
import { countReads } from '../../trial/harness/tables/count-reads.ts';
import { addDeliveries, addSites, analyze } from '../../trial/harness/tables/seed-many-rows.ts';

const TABLES = TABLE_NAMES.jetmon;
const NOW_MS = Date.parse('2026-04-30T14:00:00Z');
const NOW = "TIMESTAMP '2026-04-30 14:00:00'";
const ZERO = "'0000-00-00 00:00:00'";
/** The first look into each index, and the few entries at the edges of ranges. */
const LOOKS = 40;

const lab = useTestDatabase();
const database = useConnections(lab, 20_000);

/** The query's answer, and how many index entries and rows it read for it. */
async function run<T>(query: Query<T>, of = database): Promise<{ answer: T; reads: number }> {
  const answers: T[] = [];
  const reads = await of().readTogether(
    (send) => countReads(send, async () => answers.push(await send(query))),
    20_000,
  );
  const [answer] = answers;
  if (answer === undefined) throw new Error('the query has no answer');
  return { answer, reads };
}

describe('a delivery queue', () => {
  const queue = () => run(deliveryQueue(TABLES.webhook_deliveries, NOW_MS, NOW_MS - 900_000));
  beforeEach(() => lab().admin.query('TRUNCATE TABLE jetmon_webhook_deliveries'));

  it('does not read what has ended before the recent window', async () => {
    const old = `${NOW} - INTERVAL 1 HOUR - INTERVAL n SECOND`;
    const ended = { created_at: old, last_attempt_at: old };
    await addDeliveries(lab(), 0, 19_000, { status: 'delivered', ...ended, delivered_at: old });
    await addDeliveries(lab(), 20_000, 1000, { status: 'abandoned', ...ended });
    const recent = `${NOW} - INTERVAL n SECOND`;
    await addDeliveries(lab(), 30_000, 100, { status: 'delivered', created_at: old, delivered_at: recent });
    await addDeliveries(lab(), 40_000, 50, {
      status: 'pending',
      created_at: recent,
      next_attempt_at: recent,
    });
    await addDeliveries(lab(), 50_000, 10, { status: 'pending', created_at: recent });
    await analyze(lab());
    const { answer, reads } = await queue();
    expect(answer).toMatchObject({ due_now: 60, delivered_since: 100, abandoned_since: 0 });
    expect(reads).toBeLessThanOrEqual(100 + 50 + 4 * 10 + LOOKS);
  });

  it('does not read what was given up before the recent window without an attempt', async () => {
    const old = `${NOW} - INTERVAL 1 HOUR - INTERVAL n SECOND`;
    await addDeliveries(lab(), 0, 5000, { status: 'abandoned', created_at: old });
    await addDeliveries(lab(), 10_000, 5000, { status: 'abandoned', created_at: old, last_attempt_at: ZERO });
    const recent = `${NOW} - INTERVAL n SECOND`;
    await addDeliveries(lab(), 20_000, 20, { status: 'abandoned', created_at: recent });
    await addDeliveries(lab(), 30_000, 20, {
      status: 'abandoned',
      created_at: recent,
      last_attempt_at: ZERO,
    });
    await analyze(lab());
    const { answer, reads } = await queue();
    expect(answer).toMatchObject({ abandoned_since: 40 });
    expect(reads).toBeLessThanOrEqual(2 * 40 + LOOKS);
  });

  const some = 3000;
  const times = {
    due: {
      status: 'pending',
      created_at: `${NOW} - INTERVAL 9000 + n MOD ${some} SECOND`,
      next_attempt_at: NOW,
    },
    unscheduled: { status: 'pending', created_at: `${NOW} - INTERVAL 9000 + n SECOND` },
    newer: { status: 'pending', created_at: `${NOW} - INTERVAL 60 + n SECOND` },
    undated: { status: 'pending', created_at: ZERO, next_attempt_at: ZERO },
  } as const;
  const oldestMs = (ageSec: number) => NOW_MS - ageSec * 1000;

  it('reads each of many pending entries once, and a bounded number of rows', async () => {
    await addDeliveries(lab(), 0, some, { ...times.due, next_attempt_at: `${NOW} + INTERVAL 1 HOUR` });
    await addDeliveries(lab(), 10_000, some, times.unscheduled);
    await addDeliveries(lab(), 20_000, 5 * some, times.due);
    await analyze(lab());
    const { answer, reads } = await queue();
    expect(answer).toMatchObject({ due_now: 6 * some, future_retry: some });
    expect(reads).toBeLessThanOrEqual(7 * some + 4 * 1001 + LOOKS);
  });

  it.each([
    ['few', 10, times.unscheduled, 9009],
    ['many, the oldest among the eldest', some, times.unscheduled, 11_999],
    ['many, and all the eldest have a time', some, times.newer, 3059],
  ])('finds the oldest row without a time: %s', async (_, count, unscheduled, ageSec) => {
    // Scheduled for later, so that the oldest that is due is one without a time.
    await addDeliveries(lab(), 0, some, { ...times.due, next_attempt_at: `${NOW} + INTERVAL 1 HOUR` });
    await addDeliveries(lab(), 10_000, count, unscheduled);
    await analyze(lab());
    expect((await queue()).answer).toMatchObject({ due_now: count, oldest_due_ms: oldestMs(ageSec) });
  });

  it('finds the oldest that is due behind many rows of the zero date', async () => {
    await addDeliveries(lab(), 0, some, times.undated);
    await addDeliveries(lab(), 10_000, some, times.unscheduled);
    await analyze(lab());
    const { answer, reads } = await queue();
    expect(answer).toMatchObject({ due_now: 2 * some, oldest_due_ms: oldestMs(11_999) });
    expect(reads).toBeLessThanOrEqual(2 * some + 4 * 1001 + LOOKS);
  });
});

describe('drift', () => {
  const SITES = 20_000;
  beforeAll(async () => {
    await addSites(lab(), SITES, 2);
    await analyze(lab());
  });

  it('does not read ended events', async () => {
    const { answer, reads } = await run(openHttpEvents(TABLES, true));
    expect(answer).toHaveLength(SITES / 100);
    expect(reads).toBeLessThanOrEqual(SITES / 100 + LOOKS);
  });

  describe('where events name their sites', () => {
    beforeAll(async () => {
      await lab().admin.query('UPDATE jetmon_events SET endpoint_id = blog_id WHERE ended_at IS NULL');
      await analyze(lab());
    });
    afterAll(async () => {
      await lab().admin.query('UPDATE jetmon_events SET endpoint_id = NULL WHERE ended_at IS NULL');
      await analyze(lab());
    });

    it('looks up none of these sites', async () => {
      const { answer, reads } = await run(openHttpEvents(TABLES, true));
      expect(answer).toHaveLength(SITES / 100);
      expect(reads).toBeLessThanOrEqual(SITES / 100 + LOOKS);
    });

    it('tells those of a range alone', async () => {
      const { answer } = await run(openHttpEvents(TABLES, true, { after_id: '1', up_to_id: '101' }));
      expect(answer).toMatchObject([{ endpoint_id: '101' }]);
    });

    it('with the recommended index each costs thirteen entries and rows, however many sites there are', async () => {
      const { admin } = lab();
      await admin.query(recommendedDriftIndex(TABLES));
      await admin.query(`UPDATE ${TABLES.sites} SET site_status = 2 WHERE blog_id MOD 100 = 1`);
      await analyze(lab());
      const { answer, reads } = await run(indexedDrift(TABLES, 1000, true));
      await admin.query(`UPDATE ${TABLES.sites} SET site_status = 1`);
      await admin.query(`ALTER TABLE ${TABLES.sites} DROP INDEX idx_status_blog`);
      expect(answer).toEqual({ rule: 'sites', count: 0 });
      expect(reads).toBeLessThanOrEqual(13 * (SITES / 100) + LOOKS);
    });

    it('the rule is told by the open events alone', async () => {
      const { answer, reads } = await run(driftRule(TABLES, true));
      expect(answer).toBe('sites');
      expect(reads).toBeLessThanOrEqual(SITES / 100 + LOOKS);
    });
  });

  it('the rule of pairs is told by the open events alone', async () => {
    const { answer, reads } = await run(driftRule(TABLES, true));
    expect(answer).toBe('pairs');
    expect(reads).toBeLessThanOrEqual(SITES / 100 + LOOKS);
  });

  it('reads each site once', async () => {
    const blog_ids = Array.from({ length: SITES / 100 }, (_, index) => String(index * 100 + 1));
    const lists = [{ expected_statuses: [2], blog_ids, site_ids: [] }];
    const pass = { lists, range: ALL_SITES, after_blog_id: null, up_to_blog_id: null };
    const { answer, reads } = await run(siteStatuses(TABLES, 1000, pass));
    expect(answer).toEqual([{ expected_statuses: [2], site_status: 1, count: SITES / 100 }]);
    // Those that can drift are read again as they are counted.
    expect(reads).toBeLessThanOrEqual(SITES + SITES / 100 + LOOKS);
  });

  it('drift is grouped by bucket in one pass, not by an index that leads to each site alone', async () => {
    const pass = { lists: [], range: ALL_SITES, after_blog_id: null, up_to_blog_id: null };
    const { sql, params } = listedDriftGroups(TABLES, 20, pass);
    const plan = await database().read({ sql: `EXPLAIN ${sql}`, params, read: (rows) => rows }, 20_000);
    expect(plan).toMatchObject([{ table: 'site', type: 'ALL' }]);
  });
});

describe('checks by site_runtime', () => {
  const LATER = TABLE_NAMES.jetpack_monitor;
  const SITES = 20_000;
  const BUCKETS = 20;
  const laterLab = useTestDatabase({ tableNames: LATER });
  const later = useConnections(laterLab, 20_000);
  /** Bucket 0 was last checked an hour before all others. */
  beforeAll(async () => {
    const { admin } = laterLab();
    await admin.query(`INSERT INTO ${LATER.sites} (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url)
      SELECT seq, seq, seq MOD ${BUCKETS}, 1, 'https://example.com/' FROM seq_1_to_${SITES}`);
    await admin.query(`INSERT INTO ${LATER.site_runtime} (source_site_id, blog_id, last_checked_at)
      SELECT seq, seq, ${NOW} - INTERVAL IF(seq MOD ${BUCKETS} = 0, 3600, 0) + seq DIV 100 SECOND FROM seq_1_to_${SITES}`);
    await admin.query(`ANALYZE TABLE ${LATER.sites}, ${LATER.site_runtime}`);
  });

  it('the newest of the fleet are looked up, however many sites there are', async () => {
    const { answer, reads } = await run(newestRuntimeChecks(LATER, 1000), later);
    expect(answer).toHaveLength(BUCKETS);
    expect(answer.filter(({ newest_check_ms }) => newest_check_ms === null)).toMatchObject([
      { bucket_no: 0 },
    ]);
    // Each of them in the index, as it is kept, with its site and in its bucket; and each bucket's first entry.
    expect(reads).toBeLessThanOrEqual(4 * 1000 + 6 * BUCKETS + LOOKS);
  });

  it('a bucket that is not among them costs its own sites', async () => {
    const { answer, reads } = await run(newestRuntimeChecksOf(LATER, [0]), later);
    expect(answer).toEqual([{ bucket_no: 0, newest_check_ms: NOW_MS - 3_600_000 }]);
    expect(reads).toBeLessThanOrEqual((2 * SITES) / BUCKETS + LOOKS);
  });
});

it('the lists are read once, row by row', async () => {
  const { rows } = seedExample();
  await loadState(lab().admin, rows);
  expect((await run<unknown>(processHealth(TABLES))).reads).toBeLessThanOrEqual(
    rows.jetmon_process_health.length + 1,
  );
  expect((await run<unknown>(bucketOwnerQueries(TABLES).alone)).reads).toBeLessThanOrEqual(
    rows.jetmon_hosts.length + 1,
  );
});
