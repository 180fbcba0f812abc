import type { Reading } from './reading.ts';

/** Buckets that somebody holds through Jetmon's API. */
type Locked = {
  readonly lock_id: string;
  readonly run_id: string;
  readonly host_id: string;
  readonly bucket_min: number;
  readonly bucket_max: number;
};

/** A range that was activated and not released since. Times are milliseconds since 1970. */
export type RangeLock = Locked & {
  readonly change_ref: string;
  readonly activated_at_ms: number | null;
};

/** Buckets in a row whose own locks name the same range lock and the same owner. */
export type BucketLocks = Locked;

/** All locks of one moment; `buckets` is null where the database keeps none for single buckets. */
export type RolloutLocks = {
  readonly ranges: readonly RangeLock[];
  readonly buckets: readonly BucketLocks[] | null;
};

/** A rollout session that was not closed: what somebody has set out to do with a range. */
export type OpenSession = {
  readonly run_id: string;
  readonly host_id: string;
  readonly bucket_min: number;
  readonly bucket_max: number;
  readonly change_ref: string;
  readonly operator: string;
  readonly created_at_ms: number | null;
  readonly updated_at_ms: number | null;
};

/** One operation of a rollout; `run_id` is empty where it belongs to no session. */
export type RolloutJob = {
  readonly job_id: string;
  readonly run_id: string;
  readonly operation: string;
  readonly status: string;
  readonly summary: string;
  readonly error_code: string;
  readonly error_message: string;
  readonly created_at_ms: number | null;
};

/** The newest jobs, newest first, and whether there are older ones that were not read. */
export type LatestJobs = { readonly jobs: readonly RolloutJob[]; readonly has_older: boolean };

/** What Jetmon's API keeps of a rollout. What the database has no table for is left out. */
export type RolloutControlReadings = {
  readonly rollout_locks?: Reading<RolloutLocks>;
  readonly rollout_sessions?: Reading<readonly OpenSession[]>;
  readonly rollout_jobs?: Reading<LatestJobs>;
};
