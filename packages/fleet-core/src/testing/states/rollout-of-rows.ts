import type { FleetStateRows } from 'fleet-lab/state/fleet-state';
import type { ReadingTaken } from '../../domain/reading.ts';
import type { RolloutControlReadings, RolloutLocks } from '../../domain/rollout-control.ts';

/** What reading the tables of Jetmon's API gives where they hold these rows. */
export function rolloutOfRows(rows: FleetStateRows, nowMs: number): Required<RolloutControlReadings> {
  const taken = <T>(value: T): ReadingTaken<T> => ({ ok: true, value, read_at_ms: nowMs, duration_ms: 1 });
  const at = (ageSec: number) => nowMs - ageSec * 1000;
  const sessions = rows.jetpack_monitor_rollout_sessions ?? [];
  const jobs = rows.jetpack_monitor_rollout_jobs ?? [];
  return {
    rollout_locks: taken(locksOf(rows, at)),
    rollout_sessions: taken(
      sessions
        .filter(({ status }) => status === 'open')
        .map(
          ({
            run_id,
            owner_host,
            bucket_min,
            bucket_max,
            change_ref,
            operator,
            created_age,
            updated_age,
          }) => ({
            run_id,
            host_id: owner_host,
            bucket_min,
            bucket_max,
            change_ref,
            operator,
            created_at_ms: at(created_age),
            updated_at_ms: at(updated_age),
          }),
        ),
    ),
    rollout_jobs: taken({
      jobs: jobs
        .toSorted((a, b) => a.created_age - b.created_age)
        .map(({ job_id, run_id, operation, status, summary, error_code, error_message, created_age }) => ({
          job_id,
          run_id,
          operation,
          status,
          summary,
          error_code,
          error_message,
          created_at_ms: at(created_age),
        })),
      has_older: false,
    }),
  };
}

function locksOf(rows: FleetStateRows, at: (ageSec: number) => number): RolloutLocks {
  const ranges = rows.jetpack_monitor_rollout_range_locks ?? [];
  const buckets = rows.jetpack_monitor_rollout_bucket_locks ?? [];
  return {
    ranges: ranges
      .filter(({ status }) => status === 'active')
      .map(({ id, run_id, owner_host, bucket_min, bucket_max, change_ref, activated_age }) => ({
        lock_id: String(id),
        run_id,
        host_id: owner_host,
        bucket_min,
        bucket_max,
        change_ref,
        activated_at_ms: at(activated_age),
      })),
    buckets: buckets
      .filter(({ status }) => status === 'active')
      .map(({ range_lock_id, run_id, owner_host, bucket_min, bucket_max }) => ({
        lock_id: String(range_lock_id),
        run_id,
        host_id: owner_host,
        bucket_min,
        bucket_max,
      })),
  };
}
