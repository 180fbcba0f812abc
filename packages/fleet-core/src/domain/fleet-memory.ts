/** What was last seen of one process. Times are milliseconds since 1970 on the database's clock. */
export type SeenProcess = {
  readonly process_id: string;
  readonly host_id: string;
  readonly process_type: string;
  readonly state: string;
  readonly bucket_min: number | null;
  readonly bucket_max: number | null;
  readonly heartbeat_ms: number;
  /** When this very heartbeat was first seen. */
  readonly heartbeat_seen_ms: number;
  readonly last_seen_ms: number;
  /** Since when it reports another range than its owner row; 0 when it did at the first look, null when it does not. */
  readonly range_differs_since_ms: number | null;
};

/** What earlier looks at the fleet have left. A value: looking again makes a new one. */
export type FleetMemory = { readonly processes: ReadonlyMap<string, SeenProcess> };

export const NOTHING_REMEMBERED: FleetMemory = { processes: new Map() };
