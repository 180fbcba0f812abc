import { expect, it } from 'vitest';
import { useQueriedDatabase } from '../../testing/database/use-queried-database.ts';
import { TABLE_NAMES } from '../schema/table-names.ts';
import { latestJobs, MOST_JOBS } from './latest-jobs.ts';
import { openSessions } from './open-sessions.ts';
import { rolloutLocks } from './rollout-locks.ts';

const NAMES = TABLE_NAMES.jetpack_monitor;
const { database, insert, run } = useQueriedDatabase({ tableNames: NAMES });

const AT = '2026-03-29 02:30:00';
const AT_MS = Date.UTC(2026, 2, 29, 2, 30);
const lock = (bucket_min: number, bucket_max: number, more: Record<string, string | number> = {}) =>
  insert(NAMES.range_locks, {
    run_id: 'rol_1',
    bucket_min,
    bucket_max,
    owner_host: 'a',
    change_ref: 'CHG-1',
    activated_at: AT,
    ...more,
  });
const bucket = (bucket_no: number, more: Record<string, string | number> = {}) =>
  insert(NAMES.bucket_locks, { bucket_no, run_id: 'rol_1', range_lock_id: 1, owner_host: 'a', ...more });

it('locks that are held are read with run, reference and time; what was released is not', async () => {
  await lock(0, 9, { id: 1 });
  await lock(10, 19, { id: 2, status: 'released' });
  const { locks, unreadable } = await run(rolloutLocks(NAMES.range_locks, NAMES.bucket_locks));
  const held = { lock_id: '1', run_id: 'rol_1', host_id: 'a', bucket_min: 0, bucket_max: 9 };
  expect(locks).toEqual({ ranges: [{ ...held, change_ref: 'CHG-1', activated_at_ms: AT_MS }], buckets: [] });
  expect(unreadable).toEqual([]);
});

it('bucket locks in a row are one, and apart where a bucket, a lock or an owner differs', async () => {
  for (const no of [0, 1, 2, 4, 65_535]) await bucket(no);
  await bucket(3, { owner_host: 'b' });
  await bucket(5, { range_lock_id: 18_446 });
  await bucket(6, { status: 'released' });
  const { locks } = await run(rolloutLocks(NAMES.range_locks, NAMES.bucket_locks));
  const runs = (locks.buckets ?? [])
    .map(({ bucket_min, bucket_max, host_id, lock_id }) => [bucket_min, bucket_max, host_id, lock_id])
    .sort(([a], [b]) => Number(a) - Number(b));
  expect(runs).toEqual([
    [0, 2, 'a', '1'],
    [3, 3, 'b', '1'],
    [4, 4, 'a', '1'],
    [5, 5, 'a', '18446'],
    [65_535, 65_535, 'a', '1'],
  ]);
});

it('without a table of bucket locks nothing is said of them', async () => {
  const { locks } = await run(rolloutLocks(NAMES.range_locks, null));
  expect(locks.buckets).toBeNull();
});

it('only open sessions are read, the newest first', async () => {
  const session = (run_id: string, created_at: string, status = 'open') =>
    insert(NAMES.rollout_sessions, {
      run_id,
      bucket_min: 0,
      bucket_max: 9,
      owner_host: 'a',
      status,
      created_at,
    });
  await session('old', '2026-03-29 02:00:00');
  await session('new', AT);
  await session('closed', AT, 'closed');
  const { rows } = await run(openSessions(NAMES.rollout_sessions));
  expect(rows.map(({ run_id }) => run_id)).toEqual(['new', 'old']);
  expect(rows[0]).toMatchObject({ host_id: 'a', bucket_min: 0, bucket_max: 9, created_at_ms: AT_MS });
});

it('of jobs the newest are read, and that there are more is known', async () => {
  const job = (job_id: string, created_at: string) =>
    insert(NAMES.rollout_jobs, {
      job_id,
      run_id: 'rol_1',
      operation: 'seed',
      status: 'completed',
      created_at,
    });
  await job('old', '2026-03-29 02:00:00');
  await job('new', AT);
  const few = await run(latestJobs(NAMES.rollout_jobs));
  expect(few.jobs.map(({ job_id }) => job_id)).toEqual(['new', 'old']);
  expect(few.jobs[0]).toMatchObject({ error_message: '', summary: '', created_at_ms: AT_MS });
  expect(few.has_older).toBe(false);
  const more = Array.from({ length: MOST_JOBS - 1 }, (_, i) => [
    `more-${i}`,
    'rol_2',
    'seed',
    'completed',
    AT,
  ]);
  const columns = 'job_id, run_id, operation, status, created_at';
  await database().admin.query(`INSERT INTO ${NAMES.rollout_jobs} (${columns}) VALUES ?`, [more]);
  const many = await run(latestJobs(NAMES.rollout_jobs));
  expect(many.jobs).toHaveLength(MOST_JOBS);
  expect(many.has_older).toBe(true);
});

it('what names no reference, run or operator hides nothing else', async () => {
  const nullable = [
    [NAMES.range_locks, 'run_id VARCHAR(64) NULL, MODIFY change_ref VARCHAR(255) NULL'],
    [NAMES.rollout_sessions, 'change_ref VARCHAR(255) NULL, MODIFY operator VARCHAR(255) NULL'],
    [NAMES.rollout_jobs, 'run_id VARCHAR(64) NULL, MODIFY status VARCHAR(16) NULL'],
  ];
  for (const [table, columns] of nullable)
    await database().admin.query(`ALTER TABLE ${table} MODIFY ${columns}`);
  await database().admin.query(
    `INSERT INTO ${NAMES.range_locks} (run_id, bucket_min, bucket_max, owner_host, change_ref, activated_at)
     VALUES (NULL, 0, 9, 'a', NULL, '${AT}')`,
  );
  await database().admin.query(
    `INSERT INTO ${NAMES.rollout_sessions} (run_id, bucket_min, bucket_max, owner_host, change_ref, operator, status)
     VALUES ('rol_1', 0, 9, 'a', NULL, NULL, 'open')`,
  );
  await database().admin.query(
    `INSERT INTO ${NAMES.rollout_jobs} (job_id, run_id, operation, status) VALUES ('j', NULL, 'seed', NULL)`,
  );
  const { locks, unreadable } = await run(rolloutLocks(NAMES.range_locks, NAMES.bucket_locks));
  expect(unreadable).toEqual([]);
  expect(locks.ranges).toContainEqual(expect.objectContaining({ run_id: '', change_ref: '' }));
  const { rows } = await run(openSessions(NAMES.rollout_sessions));
  expect(rows).toContainEqual(expect.objectContaining({ run_id: 'rol_1', change_ref: '', operator: '' }));
  const { jobs } = await run(latestJobs(NAMES.rollout_jobs));
  expect(jobs).toContainEqual(expect.objectContaining({ job_id: 'j', run_id: '', status: '' }));
});
