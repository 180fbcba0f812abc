import fc from 'fast-check';
import type {
  BucketLocks,
  LatestJobs,
  OpenSession,
  RangeLock,
  RolloutJob,
} from '../../domain/rollout-control.ts';
import { arbitraryInstant, arbitraryName } from './arbitrary-name.ts';

const bucket = fc.oneof(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 1100 }));
const run = fc.constantFrom('', 'rol_1', 'rol_2');

const locked = {
  lock_id: fc.constantFrom('1', '2', '3'),
  run_id: run,
  host_id: arbitraryName,
  bucket_min: bucket,
  bucket_max: bucket,
};

const arbitraryLock: fc.Arbitrary<RangeLock> = fc.record({
  ...locked,
  change_ref: fc.constantFrom('', 'CHG-1'),
  activated_at_ms: fc.option(arbitraryInstant),
});

const arbitrarySession: fc.Arbitrary<OpenSession> = fc.record({
  run_id: run,
  host_id: arbitraryName,
  bucket_min: bucket,
  bucket_max: bucket,
  change_ref: fc.constantFrom('', 'CHG-1'),
  operator: fc.constantFrom('', 'anna'),
  created_at_ms: fc.option(arbitraryInstant),
  updated_at_ms: fc.option(arbitraryInstant),
});

const arbitraryJob: fc.Arbitrary<RolloutJob> = fc.record({
  job_id: fc.uuid(),
  run_id: run,
  operation: fc.constantFrom('seed', 'release_buckets', ''),
  status: fc.constantFrom('completed', 'failed', 'blocked', 'running', ''),
  summary: fc.constantFrom('', 'done'),
  error_code: fc.constantFrom('', 'odd'),
  error_message: fc.constantFrom('', 'deadlock found'),
  created_at_ms: fc.option(arbitraryInstant),
});

/** Locks that may be short, long, upside down or at odds with those of their buckets. */
export const arbitraryLocks = fc.record({
  ranges: fc.array(arbitraryLock, { maxLength: 5 }),
  buckets: fc.option(fc.array<BucketLocks>(fc.record(locked), { maxLength: 5 })),
});

/** Sessions that nobody has closed; ids are unique, as the table holds them. */
export const arbitrarySessions = fc.uniqueArray(arbitrarySession, { selector: ({ run_id }) => run_id });

/** Jobs of these sessions, of none, and of others. */
export const arbitraryJobs: fc.Arbitrary<LatestJobs> = fc.record({
  jobs: fc.array(arbitraryJob, { maxLength: 5 }),
  has_older: fc.boolean(),
});
