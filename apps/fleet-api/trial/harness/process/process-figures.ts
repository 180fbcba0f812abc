import { readdirSync, readFileSync } from 'node:fs';
import type { ApiProcess } from 'fleet-lab/api-process/start-api';

/** Of the processor's time Linux tells hundredths of a second. */
const MS_PER_TICK = 10;

/** Resident memory of an API's process in MB; null where the system has no /proc. */
export function residentMb(api: ApiProcess): number | null {
  return memoryMb(api, 'VmRSS');
}

/** The most that an API's process had resident since it began, in MB; null where the system has no /proc. */
export function peakResidentMb(api: ApiProcess): number | null {
  return memoryMb(api, 'VmHWM');
}

/** Milliseconds of the processor that a process has used, all threads together. Needs /proc. */
export function processorMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Of the fields after the name, which may hold blanks, these are of user and system.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return ((user ?? 0) + (system ?? 0)) * MS_PER_TICK;
}

/** The descriptors that an API's process holds, besides those of clients that are connected. Needs /proc. */
export function openDescriptors(api: ApiProcess): number {
  return readdirSync(`/proc/${api.pid()}/fd`).length - clientsConnectedTo(Number(new URL(api.url).port));
}

/** Connections to a port of this machine that both sides hold open. */
function clientsConnectedTo(port: number): number {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const isEstablished = (line: string) => {
    const [, localAddress = '', , state] = line.trim().split(/\s+/);
    return localAddress.endsWith(local) && state === '01';
  };
  return readFileSync('/proc/net/tcp', 'utf8').split('\n').filter(isEstablished).length;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function memoryMb(api: ApiProcess, field: 'VmRSS' | 'VmHWM'): number | null {
  const status = readIfThere(`/proc/${api.pid()}/status`);
  return status === null ? null : Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
}
