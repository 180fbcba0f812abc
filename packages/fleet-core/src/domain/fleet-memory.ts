import type { Level } from '../contract/level.ts';
import type { MuteVoid } from '../contract/plan.ts';

/** What was last seen of one process. Times are milliseconds since 1970 on the database's clock. */
export type SeenProcess = {
  readonly process_id: string;
  readonly host_id: string;
  readonly process_type: string;
  readonly state: string;
  readonly bucket_min: number | null;
  readonly bucket_max: number | null;
  readonly delivery_workers_enabled: boolean;
  readonly heartbeat_ms: number | null;
  /** When this very heartbeat was first seen. */
  readonly heartbeat_seen_ms: number;
  readonly last_seen_ms: number;
  /**
   * Since when its report and its owner row, or its lock, differ; null when they do not. If they did when it was first seen: since
   * it started, or 0 where it does not say when that was.
   */
  readonly range_differs_since_ms: number | null;
};

/** How bad that was which a mute of the plan muted first, and whether the mute has lost its hold since. */
export type SeenMute = {
  readonly severity: Level;
  /** 0 while there was nothing to mute. */
  readonly count: number;
  readonly void: MuteVoid | null;
};

/** What earlier looks at the fleet have left. A value: looking again makes a new one. */
export type FleetMemory = {
  readonly processes: ReadonlyMap<string, SeenProcess>;
  /** By the whole of the plan's entry: one that is changed is another mute. */
  readonly mutes: ReadonlyMap<string, SeenMute>;
};

export const NOTHING_REMEMBERED: FleetMemory = { processes: new Map(), mutes: new Map() };
