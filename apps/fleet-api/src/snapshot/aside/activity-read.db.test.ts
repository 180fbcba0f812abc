import { TABLE_NAMES } from 'fleet-core/sql/schema/table-names';
import { makeThresholds } from 'fleet-core/testing/make/make-thresholds';
import { useTestDatabase } from 'fleet-lab/testing/use-test-database';
import { beforeAll, expect, it } from 'vitest';
import { useConnections } from '../../../trial/harness/fixtures/use-connections.ts';
import type { Database } from '../../database/database.ts';
import { DatabaseFailure } from '../../database/database-failure.ts';
import { keepSchema } from '../schema/keep-schema.ts';
import { createActivityRead } from './activity-read.ts';

const LATER = TABLE_NAMES.jetpack_monitor;
const NOW_MS = Date.parse('2026-04-30T14:00:00Z');
const BUCKETS = 100;
/** Those of the first buckets were checked long ago, each at a time of its own; the newest checks are all of the others. */
const STARVING = 60;
const SITES = 26_000;

const lab = useTestDatabase({ tableNames: LATER });
const database = useConnections(lab, 20_000);
beforeAll(async () => {
  const { admin } = lab();
  await admin.query(`INSERT INTO ${LATER.sites} (jetpack_monitor_site_id, blog_id, bucket_no, monitor_active, monitor_url)
    SELECT seq, seq, seq MOD ${BUCKETS}, 1, 'https://example.com/' FROM seq_1_to_${SITES}`);
  // Of the last starving bucket none was ever checked.
  await admin.query(`INSERT INTO ${LATER.site_runtime} (source_site_id, blog_id, last_checked_at)
    SELECT seq, seq, IF(seq MOD ${BUCKETS} = ${STARVING - 1}, NULL, TIMESTAMP '2026-04-30 14:00:00'
      - INTERVAL IF(seq MOD ${BUCKETS} < ${STARVING}, 7200 + seq MOD ${BUCKETS}, 0) SECOND) FROM seq_1_to_${SITES}`);
  await admin.query(`INSERT INTO ${LATER.site_runtime} (source_site_id, blog_id, last_checked_at)
    SELECT ${SITES} + seq, 1, TIMESTAMP '2026-04-30 13:59:59' FROM seq_1_to_2000`);
  await admin.query(`ANALYZE TABLE ${LATER.sites}, ${LATER.site_runtime}`);
});

/** The database as one whose server stops what looks at more than `most` buckets by themselves. */
function stoppingBeyond(most: number, asked: number[]): Database {
  return {
    ...database(),
    read: (query, deadlineMs) => {
      const isOfBuckets = /MAX\(runtime\.last_checked_at\)|shortest_interval/.test(query.sql);
      if (!isOfBuckets) return database().read(query, deadlineMs);
      asked.push(query.params.length);
      return query.params.length > most
        ? Promise.reject(new DatabaseFailure('timeout', 'stopped'))
        : database().read(query, deadlineMs);
    },
  };
}

it('when many buckets starve at once, each is told by its own newest check, in as many pieces as that takes', async () => {
  const schema = await keepSchema(database(), null).now(20_000);
  const asked: number[] = [];
  let rests = 0;
  const pace = {
    remainingMs: () => 20_000,
    breathe: async () => {
      rests += 1;
    },
  };
  const read = createActivityRead(
    stoppingBeyond(5, asked),
    schema,
    makeThresholds({ bucket_total: BUCKETS }),
  );
  const checks = await read(NOW_MS, pace);
  const told = new Map(checks?.buckets.map(({ bucket_no, newest_check_ms }) => [bucket_no, newest_check_ms]));
  const expected = (bucket: number) => {
    if (bucket === STARVING - 1) return null;
    return bucket < STARVING ? NOW_MS - 7_200_000 - bucket * 1000 : NOW_MS;
  };
  expect(told).toEqual(new Map(Array.from({ length: BUCKETS }, (_, bucket) => [bucket, expected(bucket)])));
  const intervals = checks?.buckets.map((one) => one.shortest_interval_min !== null);
  expect(intervals?.filter((isTold) => isTold)).toHaveLength(STARVING);
  const looked = asked.filter((buckets) => buckets <= 5);
  expect(looked.reduce((sum, buckets) => sum + buckets, 0)).toBe(2 * STARVING);
  expect(rests).toBe(asked.length);
});
