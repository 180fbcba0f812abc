import type { DriftRule } from '../contract/projection-drift.ts';

/** Statements for people to copy, in this database's names. Each only reads, and ends after a screenful of rows. */
export type OperatorSql = {
  readonly stale_processes: string;
  readonly process_errors: string;
  readonly bucket_owners: string;
  readonly monitor_ranges: string;
  /** By the rule that drift is counted by. */
  readonly drifting_sites: Readonly<Record<DriftRule, string>>;
  readonly failed_deliveries: string;
  readonly waiting_deliveries: string;
  readonly delivery_workers: string;
  readonly unchecked_buckets: string;
  readonly sites_outside_buckets: string;
  readonly clocks: string;
  /** Null where the database has no such table; tells of tokens only whether there is one. */
  readonly veriflier_vantages: string | null;
  readonly veriflier_agents: string | null;
  /** Who has locked what, and what the monitors there report; null where the database keeps no locks. */
  readonly range_locks: string | null;
  /** Range locks beside what single buckets say; null where the database does not keep both. */
  readonly bucket_locks: string | null;
  /** What was done last in rollouts; null where the database does not keep it. */
  readonly rollout_jobs: string | null;
};
