import type { JudgedProcess } from './processes.ts';

/** What says of which type it is: a process that reports, and one that is only remembered. */
type Typed = { readonly process_type: string };

/** Whether it is there to check sites, at work or not. */
export function isMonitor({ process_type }: Typed): boolean {
  return process_type === 'monitor';
}

/** Whether it is there to deliver, at work or not; a monitor may deliver as well. */
export function isDeliverer({ process_type }: Typed): boolean {
  return process_type === 'deliverer';
}

/** A fresh monitor that neither stops nor has stopped. */
export function isActiveMonitor({ active, process }: JudgedProcess): boolean {
  return active && isMonitor(process);
}

/** The monitors among the processes, at work or not. */
export function monitorsAmong(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter(({ process }) => isMonitor(process));
}

/** The active monitors among the processes. */
export function activeMonitors(processes: readonly JudgedProcess[]): JudgedProcess[] {
  return processes.filter(isActiveMonitor);
}
