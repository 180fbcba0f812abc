import type { DependencyEntry, Process } from 'fleet-core/contract/process';
import { formatAge } from '../../../format/age.ts';

/** One line under a process. Without a level it is a fact that the API does not judge. */
export type ProcessNote = { readonly level?: string; readonly text: string };

/** What a process reports that an operator should read, in its own words. */
export function processNotes(process: Process): ProcessNote[] {
  if (process.retired) {
    const ageSec = process.last_heartbeat_age_sec;
    const heard = ageSec === null ? 'never heard of' : `last heard of ${formatAge(ageSec)} ago`;
    return [{ text: `retired by plan, ${heard}` }];
  }
  const notes: ProcessNote[] = process.dependency_health
    .filter((entry) => entry.status !== 'green')
    .map((entry) => ({ level: entry.status, text: dependencyText(entry) }));
  if (process.wpcom_circuit_open) {
    notes.unshift({ text: `WPCOM circuit open, ${process.wpcom_queue_depth} queued for it` });
  }
  if (process.stale) {
    // For how long is beside it, on a clock of its own.
    const silence = process.last_heartbeat_age_sec === null ? 'no heartbeat' : 'silent';
    notes.unshift({ level: 'red', text: `${silence}; last reported ${process.health_status || 'nothing'}` });
  }
  return notes;
}

function dependencyText({ name, status, last_error, latency_ms }: DependencyEntry): string {
  const latency = latency_ms === undefined ? '' : ` (${Math.round(latency_ms)} ms)`;
  return `${name || 'unnamed dependency'} ${status || 'unknown'}${last_error ? `: ${last_error}` : ''}${latency}`;
}
