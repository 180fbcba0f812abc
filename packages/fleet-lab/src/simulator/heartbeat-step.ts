import { HEARTBEAT_GRACE_SEC } from '../scenarios/builders/rollout-fleet.ts';
import type { AgedDependencyEntry, FleetStateRows, HostRow, ProcessHealthRow } from '../state/fleet-state.ts';

/** A process reports about every ten seconds. */
const HEARTBEAT_INTERVAL_SEC = 10;
/** A row that is older than this in the state, and not past the grace, is late on purpose: it stays as late as it is. */
const LIVE_AGE_LIMIT_SEC = 60;

/** The rows that are written anew at one tick, with the ages that they then have. */
export type Heartbeats = {
  readonly processes: ProcessHealthRow[];
  readonly owners: HostRow[];
};

/**
 * The heartbeats that fall due `tick` seconds after `rows` was loaded. Busy-ness moves around what the state
 * says; health, dependencies and ownership stay. What is late in the state stays late, what is silent or lies
 * far ahead stays as it is.
 */
export function heartbeatsAt(rows: FleetStateRows, tick: number, random: () => number): Heartbeats {
  const beatsNow = (ageSec: number): boolean =>
    isBeating(ageSec) && (ageSec + tick) % HEARTBEAT_INTERVAL_SEC === 0;
  return {
    processes: rows.jetmon_process_health
      .filter((row) => row.state !== 'stopped' && beatsNow(row.updated_at_age))
      .map((row) => beat(row, random)),
    owners: rows.jetmon_hosts
      .filter((row) => beatsNow(row.last_heartbeat_age))
      .map((row) => ({ ...row, last_heartbeat_age: lagOf(row.last_heartbeat_age) })),
  };
}

function isBeating(ageSec: number): boolean {
  return ageSec >= -LIVE_AGE_LIMIT_SEC && ageSec <= HEARTBEAT_GRACE_SEC - HEARTBEAT_INTERVAL_SEC;
}

/** By how much a heartbeat that comes now is late. */
function lagOf(ageSec: number): number {
  return ageSec > LIVE_AGE_LIMIT_SEC ? ageSec : 0;
}

function beat(row: ProcessHealthRow, random: () => number): ProcessHealthRow {
  const vary = <T extends number | null>(value: T): T | number =>
    value === null ? value : Math.round(value * (0.85 + 0.3 * random()));
  const entry = (dependency: AgedDependencyEntry): AgedDependencyEntry =>
    dependency.latency_ms === undefined
      ? dependency
      : { ...dependency, latency_ms: Math.max(1, vary(dependency.latency_ms)) };
  return {
    ...row,
    updated_at_age: lagOf(row.updated_at_age),
    active_checks: vary(row.active_checks),
    queue_depth: vary(row.queue_depth),
    retry_queue_size: vary(row.retry_queue_size),
    dependency_health: Array.isArray(row.dependency_health)
      ? row.dependency_health.map(entry)
      : row.dependency_health,
  };
}
