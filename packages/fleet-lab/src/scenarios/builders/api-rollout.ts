import type { BucketRange } from 'fleet-core/contract/bucket-coverage';
import type { FleetState, FleetStateRows, ProcessHealthRow } from '../../state/fleet-state.ts';
import type {
  BucketLockRows,
  RangeLockRow,
  RolloutJobRow,
  RolloutSessionRow,
} from '../../state/later-rows.ts';
import { monitorProcess } from './monitor-process.ts';
import { HOSTS, rangeOf, rolloutFleet } from './rollout-fleet.ts';

type Host = (typeof HOSTS)[number];

/** A monitor that runs and waits for its range: it owns nothing and checks nothing. */
export function standbyMonitor(hostId: string, changes: Partial<ProcessHealthRow> = {}): ProcessHealthRow {
  return monitorProcess(
    hostId,
    { min: 0, max: 0 },
    {
      bucket_min: null,
      bucket_max: null,
      bucket_ownership: 'rollout_mode=api-controlled standby',
      active_checks: 0,
      queue_depth: 0,
      retry_queue_size: 0,
      ...changes,
    },
  );
}

/** A monitor whose range was activated through Jetmon's API. */
export function activeMonitor(
  hostId: string,
  range: BucketRange,
  changes: Partial<ProcessHealthRow> = {},
): ProcessHealthRow {
  const bucket_ownership = 'rollout_mode=api-controlled active';
  return monitorProcess(hostId, range, { bucket_ownership, ...changes });
}

/** The lock of a host's range, activated an hour ago in a rollout of its own. */
export function rangeLock(
  hostId: string,
  { min, max }: BucketRange,
  changes: Partial<RangeLockRow> = {},
): RangeLockRow {
  return {
    id: min + 1,
    run_id: runOf(hostId),
    bucket_min: min,
    bucket_max: max,
    owner_host: hostId,
    change_ref: 'CHG-1041',
    status: 'active',
    activated_age: 3_600,
    released_age: null,
    ...changes,
  };
}

/** The locks of a range's buckets. */
export function bucketLocks(lock: RangeLockRow, changes: Partial<BucketLockRows> = {}): BucketLockRows {
  const { id, run_id, bucket_min, bucket_max, owner_host, activated_age } = lock;
  return {
    bucket_min,
    bucket_max,
    run_id,
    range_lock_id: id,
    owner_host,
    status: 'active',
    activated_age,
    ...changes,
  };
}

/** The session in which a host is to get its range, opened a little over an hour ago. */
export function rolloutSession(
  hostId: string,
  { min, max }: BucketRange,
  changes: Partial<RolloutSessionRow> = {},
): RolloutSessionRow {
  return {
    run_id: runOf(hostId),
    bucket_min: min,
    bucket_max: max,
    owner_host: hostId,
    change_ref: 'CHG-1041',
    operator: 'anna#3',
    status: 'open',
    created_age: 4_000,
    updated_age: 4_000,
    ...changes,
  };
}

/** An operation that went well, at this age. */
export function rolloutJob(
  runId: string,
  operation: string,
  ageSec: number,
  changes: Partial<RolloutJobRow> = {},
): RolloutJobRow {
  return {
    job_id: `rjob_${runId}_${operation}_${ageSec}`,
    run_id: runId,
    operation,
    status: 'completed',
    progress: 100,
    summary: `${operation} done`,
    error_code: '',
    error_message: '',
    created_age: ageSec,
    updated_age: ageSec,
    ...changes,
  };
}

/** The rollout of a host: `rol_jetmon-a`. */
export function runOf(hostId: string): string {
  return `rol_${hostId}`;
}

/** Parts of a rollout through Jetmon's API that a scenario changes. */
export type ApiParts = Pick<FleetState, 'plan_file' | 'expected_ownership'> & {
  /** Hosts with an active range, in order. */
  readonly active?: readonly Host[];
  readonly monitors?: Partial<Record<Host, Partial<ProcessHealthRow>>>;
  /** Put in place of what the active hosts would have. */
  readonly rows?: Partial<FleetStateRows>;
  /** Sessions and jobs beside those of the active hosts. */
  readonly sessions?: readonly RolloutSessionRow[];
  readonly jobs?: readonly RolloutJobRow[];
};

/** Six hosts under Jetmon's API, as planned: some with an active range, the others in standby, delivery workers off. */
export function apiFleet({
  active = [],
  monitors = {},
  rows,
  sessions = [],
  jobs = [],
  ...parts
}: ApiParts = {}): FleetState {
  const locks = active.map((host) => rangeLock(host, rangeOf(host)));
  const fleet = rolloutFleet({
    expected_ownership: 'api_controlled',
    ...parts,
    processes: HOSTS.map((host) =>
      active.includes(host)
        ? activeMonitor(host, rangeOf(host), monitors[host])
        : standbyMonitor(host, monitors[host]),
    ),
    owners: [],
    webhooks: [],
    alerts: [],
  });
  return {
    ...fleet,
    is_later: true,
    rows: {
      ...fleet.rows,
      jetpack_monitor_rollout_range_locks: locks,
      jetpack_monitor_rollout_bucket_locks: locks.map((lock) => bucketLocks(lock)),
      // Jetmon leaves a session open when its range is active.
      jetpack_monitor_rollout_sessions: [
        ...active.map((host) => rolloutSession(host, rangeOf(host))),
        ...sessions,
      ],
      jetpack_monitor_rollout_jobs: [...active.flatMap((host) => jobsOf(runOf(host))), ...jobs],
      ...rows,
    },
  };
}

const STEPS = ['preflight', 'smoke', 'seed', 'final_reconcile', 'activate_buckets'];

/** All steps of a rollout up to its activation, an hour ago. */
export function jobsOf(runId: string): RolloutJobRow[] {
  return STEPS.map((step, place) => rolloutJob(runId, step, 3_600 + 60 * (STEPS.length - 1 - place)));
}
