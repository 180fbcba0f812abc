import type {
  BucketLocks,
  OpenSession,
  RangeLock,
  RolloutControlReadings,
  RolloutJob,
} from '../../domain/rollout-control.ts';
import { makeReading } from './make-reading.ts';
import { NOW_MS } from './now.ts';

/** The lock of these buckets, an hour old. */
export function makeLock(
  host_id: string,
  min: number,
  max: number,
  overrides: Partial<RangeLock> = {},
): RangeLock {
  const held = { lock_id: `lock of ${host_id}`, run_id: `rol_${host_id}`, change_ref: 'CHG-1' };
  return {
    ...held,
    host_id,
    bucket_min: min,
    bucket_max: max,
    activated_at_ms: NOW_MS - 3_600_000,
    ...overrides,
  };
}

/** An open session for these buckets, ten minutes old. */
export function makeSession(
  run_id: string,
  min: number,
  max: number,
  overrides: Partial<OpenSession> = {},
): OpenSession {
  const at = NOW_MS - 600_000;
  return {
    run_id,
    host_id: 'jetmon-b',
    bucket_min: min,
    bucket_max: max,
    change_ref: 'CHG-1',
    operator: 'anna',
    created_at_ms: at,
    updated_at_ms: at,
    ...overrides,
  };
}

/** A job that succeeded five minutes ago. */
export function makeJob(run_id: string, operation: string, overrides: Partial<RolloutJob> = {}): RolloutJob {
  return {
    job_id: `${run_id} ${operation}`,
    run_id,
    operation,
    status: 'completed',
    summary: '',
    error_code: '',
    error_message: '',
    created_at_ms: NOW_MS - 300_000,
    ...overrides,
  };
}

/** What Jetmon's API keeps: these locks with those of their buckets, sessions, and jobs, newest first. */
export function makeRollout(
  ranges: readonly RangeLock[] = [],
  sessions: readonly OpenSession[] = [],
  jobs: readonly RolloutJob[] = [],
): Required<RolloutControlReadings> {
  const buckets = ranges.map(
    ({ lock_id, run_id, host_id, bucket_min, bucket_max }): BucketLocks => ({
      lock_id,
      run_id,
      host_id,
      bucket_min,
      bucket_max,
    }),
  );
  return {
    rollout_locks: makeReading({ ranges, buckets }),
    rollout_sessions: makeReading(sessions),
    rollout_jobs: makeReading({ jobs, has_older: false }),
  };
}
