import { readdirSync, readFileSync } from 'node:fs';
import type { Api } from 'fleet-lab/demo/start-api';

/** Resident memory of the API's own process in MB; null where the system has no /proc. */
export function residentMb(api: Api): number | null {
  const owner = api.child.pid;
  try {
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const status = statusOf(pid);
      if (status.get('PPid') === String(owner) && status.get('Name') === 'node') {
        return Number.parseInt(status.get('VmRSS') ?? '', 10) / 1024;
      }
    }
  } catch {
    return null;
  }
  return null;
}

function statusOf(pid: string): ReadonlyMap<string, string> {
  try {
    const lines = readFileSync(`/proc/${pid}/status`, 'utf8').split('\n');
    return new Map(lines.map((line) => [line.split(':')[0] ?? '', line.split(':')[1]?.trim() ?? '']));
  } catch {
    // The process has just ended.
    return new Map();
  }
}
