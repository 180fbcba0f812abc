import { readdirSync, readFileSync } from 'node:fs';
import type { ApiProcess } from 'fleet-lab/api-process/start-api';

/** Resident memory of an API's process in MB; null where the system has no /proc. */
export function residentMb(api: ApiProcess): number | null {
  const status = readIfThere(`/proc/${api.pid()}/status`);
  return status === null ? null : Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
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
