import { distinctSorted } from '../code-point-order.ts';
import type { JudgedProcess } from '../processes/processes.ts';

/** Active processes whose delivery workers are enabled; stale and stopped ones deliver nothing. */
export function enabledWorkers(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter((judged) => judged.active && judged.process.delivery_workers_enabled);
}

/** The host that a process names as delivery owner; empty when it names none. */
export function namedOwner({ process }: JudgedProcess): string {
  return process.delivery_owner_host.trim();
}

/** Every host that an active process names as delivery owner, whether its own workers are on or not. */
export function namedOwners(processes: readonly JudgedProcess[]): string[] {
  return distinctSorted(
    processes
      .filter((judged) => judged.active)
      .map(namedOwner)
      .filter((owner) => owner !== ''),
  );
}
