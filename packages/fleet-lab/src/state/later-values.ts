import type {
  BucketLockRows,
  RangeLockRow,
  RolloutJobRow,
  RolloutSessionRow,
  VeriflierAgentRow,
  VeriflierVantageRow,
} from './later-rows.ts';
import { type RowValues, timeBefore } from './row-values.ts';

/** The row of rollout_range_locks as stored at `nowMs`. */
export function rangeLockValues(row: RangeLockRow, nowMs: number): RowValues {
  const { activated_age, released_age, metadata, ...columns } = row;
  return {
    ...columns,
    activated_at: timeBefore(nowMs, activated_age),
    released_at: timeBefore(nowMs, released_age),
    metadata: jsonText(metadata),
  };
}

/** The rows of rollout_bucket_locks as stored at `nowMs`, one for each bucket. */
export function bucketLockValues(rows: BucketLockRows, nowMs: number): RowValues[] {
  const { bucket_min, bucket_max, activated_age, ...columns } = rows;
  const activated_at = timeBefore(nowMs, activated_age);
  return Array.from({ length: bucket_max - bucket_min + 1 }, (_, index) => ({
    ...columns,
    bucket_no: bucket_min + index,
    activated_at,
  }));
}

/** The row of rollout_sessions as stored at `nowMs`. */
export function sessionValues(row: RolloutSessionRow, nowMs: number): RowValues {
  const { created_age, updated_age, metadata, ...columns } = row;
  return { ...columns, ...written(nowMs, created_age, updated_age), metadata: jsonText(metadata) };
}

/** The row of rollout_jobs as stored at `nowMs`. */
export function jobValues(row: RolloutJobRow, nowMs: number): RowValues {
  const { created_age, updated_age, ...columns } = row;
  return { ...columns, ...written(nowMs, created_age, updated_age) };
}

/** The row of veriflier_vantages as stored at `nowMs`. */
export function vantageValues(row: VeriflierVantageRow, nowMs: number): RowValues {
  const { updated_age, ...columns } = row;
  return { ...columns, ...written(nowMs, updated_age, updated_age) };
}

/** The row of veriflier_agents as stored at `nowMs`. */
export function agentValues(row: VeriflierAgentRow, nowMs: number): RowValues {
  const { last_seen_age, protocols, ...columns } = row;
  return { ...columns, protocols: jsonText(protocols), last_seen: timeBefore(nowMs, last_seen_age) };
}

function written(nowMs: number, createdAgeSec: number, updatedAgeSec: number): RowValues {
  return { created_at: timeBefore(nowMs, createdAgeSec), updated_at: timeBefore(nowMs, updatedAgeSec) };
}

function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value);
}
