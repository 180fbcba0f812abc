import type { DependencyEntry, Reported } from '../contract/process.ts';

/**
 * One row of process health as read, before any verdict. Times are milliseconds since 1970. A row that has not changed is
 * the same value at the next reading: nothing may be written into it.
 */
export type ProcessHealth = {
  /** What is passed on as it stands. */
  readonly reported: Readonly<Reported>;
  readonly started_at_ms: number | null;
  /** The heartbeat; null where the row holds the zero date. */
  readonly updated_at_ms: number | null;
  /** Null where the database does not tell. */
  readonly created_at_ms: number | null;
  /** The entries that could be read. */
  readonly dependency_health: DependencyEntry[];
  /** False when the column held something that is no list of entries, or a list with something else in it. */
  readonly dependency_health_readable: boolean;
  /** Set where it was not read because it is too long. */
  readonly dependency_health_too_long?: true;
};
