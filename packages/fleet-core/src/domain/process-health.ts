import type { DependencyEntry, Process } from '../contract/process.ts';

type AsReported = Omit<
  Process,
  'started_at' | 'updated_at' | 'created_at' | 'last_heartbeat_age_sec' | 'stale' | 'dependency_health'
>;

/** One row of process health as read, before any verdict. Times are milliseconds since 1970. */
export type ProcessHealth = Readonly<AsReported> & {
  readonly started_at_ms: number | null;
  readonly updated_at_ms: number;
  readonly created_at_ms: number;
  /** The entries that could be read. */
  readonly dependency_health: readonly DependencyEntry[];
  /** False when the column held something that is no list of entries, or a list with something else in it. */
  readonly dependency_health_readable: boolean;
};
