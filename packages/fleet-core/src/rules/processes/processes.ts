import { type Level, levelOf } from '../../contract/level.ts';
import type { Process, Reported, VersionCount } from '../../contract/process.ts';
import { toInstant } from '../../domain/instant.ts';
import type { ProcessHealth } from '../../domain/process-health.ts';
import { byCodePoint } from '../code-point-order.ts';
import { ageSec, heartbeatAgeSec, isInFuture, isStale } from './heartbeat.ts';

/**
 * What a process counts as: silence outranks whatever it last said, an unlisted word is unknown. One that
 * is retired and no longer at work is neither well nor unwell.
 */
export type ProcessCondition = 'stale' | Level | 'unknown' | 'retired';

/** A process with what the rules say of it. */
export type JudgedProcess = {
  readonly process: Process;
  readonly condition: ProcessCondition;
  /** Fresh, and neither stopping nor stopped. */
  readonly active: boolean;
  /** The plan says that it is retired, whether it still works or not. */
  readonly retired: boolean;
  /** Seconds by which its heartbeat lies ahead of the database's clock; 0 within the tolerance. */
  readonly ahead_sec: number;
  readonly dependency_health_readable: boolean;
  readonly dependency_health_too_long: boolean;
  /** Milliseconds since 1970, before any rounding; null where there was no heartbeat. */
  readonly updated_at_ms: number | null;
  readonly started_at_ms: number | null;
};

/** Judges every process and puts the most urgent first. */
export function judgeProcesses(
  rows: readonly ProcessHealth[],
  nowMs: number,
  graceSec: number,
  isRetired: (process: Pick<Reported, 'process_id' | 'host_id'>) => boolean = () => false,
): JudgedProcess[] {
  return rows
    .map((row) => {
      const judged = judgeProcess(row, nowMs, graceSec);
      return isRetired(row.reported) ? retire(judged) : judged;
    })
    .sort(byUrgency);
}

/** What still works is judged as ever: that it does nothing more is only planned. */
function retire(judged: JudgedProcess): JudgedProcess {
  if (judged.active) return { ...judged, retired: true };
  return { ...judged, retired: true, condition: 'retired', process: { ...judged.process, retired: true } };
}

/** The processes from which something is expected, or comes though they are retired. */
export function inService(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter(({ condition }) => condition !== 'retired');
}

function judgeProcess(row: ProcessHealth, nowMs: number, graceSec: number): JudgedProcess {
  const { reported, started_at_ms, updated_at_ms, created_at_ms, dependency_health_readable } = row;
  const stale = isStale(nowMs, updated_at_ms, graceSec);
  return {
    process: {
      // First, since it alone changes with time: what writes the process can keep all that comes after it.
      last_heartbeat_age_sec: heartbeatAgeSec(nowMs, updated_at_ms),
      dependency_health: row.dependency_health,
      started_at: started_at_ms === null ? null : toInstant(started_at_ms),
      updated_at: updated_at_ms === null ? null : toInstant(updated_at_ms),
      created_at: created_at_ms === null ? null : toInstant(created_at_ms),
      stale,
      // Last, since spread first and added to it costs twenty times as much in a fleet of thousands.
      ...reported,
    },
    condition: stale ? 'stale' : (levelOf(reported.health_status) ?? 'unknown'),
    active: isActive({ stale, state: reported.state }),
    retired: false,
    ahead_sec: updated_at_ms !== null && isInFuture(nowMs, updated_at_ms) ? ageSec(updated_at_ms, nowMs) : 0,
    dependency_health_readable,
    dependency_health_too_long: row.dependency_health_too_long ?? false,
    updated_at_ms,
    started_at_ms,
  };
}

/** Ended in good order: nobody waits for it. One that is only stopping may hang. */
export function isStopped({ state }: { readonly state: string }): boolean {
  return state === 'stopped';
}

type Running = Pick<Process, 'stale' | 'state'>;

/** Fresh, and neither stopping nor stopped. */
export function isActive({ stale, state }: Running): boolean {
  return !stale && state !== 'stopping' && !isStopped({ state });
}

/** Not heard of, and not because it had stopped: whether it still runs is not known. */
export function isSilent({ stale, state }: Running): boolean {
  return stale && !isStopped({ state });
}

const CONDITION_URGENCY: Record<ProcessCondition, number> = {
  stale: 0,
  red: 1,
  amber: 2,
  green: 3,
  unknown: 3,
  retired: 4,
};
const TYPE_ORDER = ['monitor', 'deliverer'];

function typeOrder(type: string): number {
  const index = TYPE_ORDER.indexOf(type);
  return index === -1 ? TYPE_ORDER.length : index;
}

function byUrgency(a: JudgedProcess, b: JudgedProcess): number {
  return (
    CONDITION_URGENCY[a.condition] - CONDITION_URGENCY[b.condition] ||
    typeOrder(a.process.process_type) - typeOrder(b.process.process_type) ||
    byCodePoint(a.process.host_id, b.process.host_id) ||
    byCodePoint(a.process.process_id, b.process.process_id)
  );
}

/** How many rows each process type has. */
export function countByType(processes: readonly Process[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const { process_type } of processes) counts.set(process_type, (counts.get(process_type) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => byCodePoint(a, b)));
}

/** What is deployed where, most common first. */
export function countVersions(processes: readonly Process[]): VersionCount[] {
  const counts = new Map<string, VersionCount>();
  for (const { version, process_type } of processes) {
    const key = `${process_type.length} ${process_type}${version}`;
    const counted = counts.get(key);
    if (counted === undefined) counts.set(key, { version, process_type, count: 1 });
    else counted.count += 1;
  }
  return [...counts.values()].sort(
    (a, b) =>
      b.count - a.count || byCodePoint(a.version, b.version) || byCodePoint(a.process_type, b.process_type),
  );
}
