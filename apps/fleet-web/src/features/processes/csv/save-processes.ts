import type { FleetSnapshot } from 'fleet-core/contract/fleet-snapshot';
import { processCsv } from './process-csv.ts';

/** Hands the processes with these ids, in this order, to the browser as a file to be saved. */
export function saveProcesses(ids: readonly string[], { processes, generated_at }: FleetSnapshot): void {
  const byId = new Map(processes.map((process) => [process.process_id, process]));
  const text = processCsv(
    ids.flatMap((id) => byId.get(id) ?? []),
    generated_at,
  );
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `jetmon-processes-${generated_at.replaceAll(/[^0-9TZ]/g, '')}.csv`;
  link.click();
  // The browser has taken it by its next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
