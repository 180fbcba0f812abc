import { recommendedDriftIndex } from 'fleet-core/sql/drift/drift-index';
import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { oldestChecks } from 'fleet-core/sql/sites/oldest-checks';
import type { LabDatabase } from 'fleet-lab/database/lab-database';
import { createTestDatabase } from 'fleet-lab/testing/create-test-database';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { connectionsForTest, databaseForTest } from '../../../trial/harness/fixtures/for-one-test.ts';
import { countReads } from '../../../trial/harness/tables/count-reads.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { keepSchema } from '../schema/keep-schema.ts';
import { createRangeRead } from './range-read.ts';

const SITES = 20_000;
const BUCKETS = 1000;
const DEADLINE_MS = 10_000;
/** A tenth of all: 2,000 sites, twenty in each bucket. */
const RANGE = { min: 100, max: 199 };
const CHECKED_MS = Date.parse('2026-04-30T14:00:00Z');

let lab: LabDatabase;
let database: Database;
/** Running sites that were all checked at the same time; five in the range and three beside it have an open event. */
beforeEach(async () => {
  lab = await databaseForTest();
  database = connectionsForTest(lab.reader, DEADLINE_MS);
  await lab.admin.query(`INSERT INTO jetpack_monitor_sites
    (blog_id, bucket_no, monitor_active, monitor_url, site_status, last_checked_at)
    SELECT seq, seq % ${BUCKETS}, 1, 'https://example.com/', 1, '2026-04-30 14:00:00' FROM seq_1_to_${SITES}`);
  await lab.admin.query(`INSERT INTO jetmon_events (blog_id, check_type, severity, state)
    SELECT seq, 'http', 4, 'Down' FROM seq_195_to_202`);
  await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites, jetmon_events');
});

function makeRead(of: Database = database) {
  const reported: [string, boolean][] = [];
  const reportSource = (source: string, error: unknown) => void reported.push([source, error !== undefined]);
  const options = { database: of, schemas: keepSchema(of, null), deadlineMs: DEADLINE_MS, reportSource };
  return { readRange: createRangeRead(options), reported };
}

/** Entries and rows that one read of the range reads, once it is known whether the recommended index is there. */
function readsOfRange(): Promise<number> {
  return database.readTogether(async (send) => {
    // One statement after the other, so that the counter of this session has them all.
    let last: Promise<unknown> = Promise.resolve();
    const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
      const next = last.then(work);
      last = next.catch(() => {});
      return next;
    };
    const single: Database = {
      ...database,
      read: (query) => inTurn(() => send(query)),
      readTogether: (work) => inTurn(() => work(send)),
    };
    const { readRange } = makeRead(single);
    await readRange(RANGE);
    return countReads(send, () => readRange(RANGE));
  }, DEADLINE_MS);
}

it('tells the checks and the drift of the range alone', async () => {
  await lab.admin.query(
    'UPDATE jetpack_monitor_sites SET last_checked_at = NULL WHERE blog_id IN (150, 250)',
  );
  const { checks, drift } = await makeRead().readRange(RANGE);
  if (!checks.ok) throw new Error(checks.because);
  expect(checks.value).toHaveLength(100);
  expect(checks.value.filter(({ oldest_check_ms }) => oldest_check_ms !== CHECKED_MS)).toEqual([
    { bucket_no: 150, oldest_check_ms: null },
  ]);
  expect(drift).toEqual({ ok: true, value: 5 });
});

it('with the recommended index and without, the drift is the same', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  expect((await makeRead().readRange(RANGE)).drift).toEqual({ ok: true, value: 5 });
});

it('with the recommended index no more is read than a few entries for each bucket and event', async () => {
  await lab.admin.query(recommendedDriftIndex(TABLE_NAMES.jetmon));
  await lab.admin.query('ANALYZE TABLE jetpack_monitor_sites');
  expect(await readsOfRange()).toBeLessThan(6 * 100 + 100);
});

it('without it no more is read than the sites of the range, and again as they are counted', async () => {
  const reads = await readsOfRange();
  expect(reads).toBeGreaterThan(2000);
  expect(reads).toBeLessThan(2 * 2000 + 6 * 100 + 100);
});

it('a range without an active site has nothing that could drift', async () => {
  expect(await makeRead().readRange({ min: BUCKETS, max: BUCKETS + 9 })).toEqual({
    checks: { ok: true, value: [] },
    drift: { ok: true, value: null },
  });
});

it('a database that does not tell when sites were checked still tells the drift, and that is no failure', async () => {
  await lab.admin.query(`ALTER TABLE jetpack_monitor_sites
    DROP INDEX idx_bucket_active_checked, DROP INDEX idx_active_checked, DROP COLUMN last_checked_at`);
  const { readRange, reported } = makeRead();
  expect(await readRange(RANGE)).toEqual({
    checks: { ok: false, because: 'not_told' },
    drift: { ok: true, value: 5 },
  });
  expect(reported).not.toContainEqual(['range_checks', true]);
});

it('each read may fail alone, and is reported until it succeeds again', async () => {
  await lab.admin.query('RENAME TABLE jetmon_events TO gone');
  const { readRange, reported } = makeRead();
  const { checks, drift } = await readRange(RANGE);
  expect(checks.ok).toBe(true);
  expect(drift).toEqual({ ok: false, because: 'failed' });
  await lab.admin.query('RENAME TABLE gone TO jetmon_events');
  expect((await readRange(RANGE)).drift.ok).toBe(true);
  expect(reported.filter(([source]) => source === 'range_drift')).toEqual([
    ['range_drift', true],
    ['range_drift', false],
  ]);
});

it('a statement that the server stops is too slow', async () => {
  const writer = await lab.admin.getConnection();
  await writer.query('LOCK TABLES jetpack_monitor_sites WRITE');
  const { readRange } = makeRead(connectionsForTest(lab.reader, 1));
  const { checks } = await readRange(RANGE);
  writer.destroy();
  expect(checks).toEqual({ ok: false, because: 'too_slow' });
});

it('where site_runtime says when sites were checked, a long range is read in pieces, and tells of each bucket what one statement tells', async () => {
  const tables = TABLE_NAMES.jetpack_monitor;
  const later = await createTestDatabase({ tableNames: tables });
  onTestFinished(() => later.drop());
  await later.admin.query(`INSERT INTO ${tables.sites}
    (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url, site_status)
    SELECT seq, seq, seq % ${BUCKETS}, 1, 'https://example.com/', 1 FROM seq_1_to_2000`);
  await later.admin.query(`INSERT INTO ${tables.site_runtime} (source_site_id, blog_id, last_checked_at)
    SELECT seq, seq, IF(seq = 150, NULL, '2026-04-30 14:00:00' - INTERVAL seq SECOND) FROM seq_1_to_2000`);
  const connections = connectionsForTest(later.reader, DEADLINE_MS);
  const asked: number[] = [];
  const stopping: Database = {
    ...connections,
    read: (query, deadlineMs) => {
      if (!query.sql.includes('oldest_check')) return connections.read(query, deadlineMs);
      const [min, max] = query.params.map(Number);
      const width = (max ?? 0) - (min ?? 0) + 1;
      asked.push(width);
      return width > 10
        ? Promise.reject(new DatabaseFailure('timeout', 'stopped'))
        : connections.read(query, deadlineMs);
    },
  };
  const { checks } = await makeRead(stopping).readRange(RANGE);
  const whole = await connections.read(oldestChecks(tables, RANGE), DEADLINE_MS);
  expect(whole).toHaveLength(100);
  expect(checks).toEqual({ ok: true, value: whole });
  expect(asked.filter((width) => width <= 10).reduce((sum, width) => sum + width, 0)).toBe(100);
});
