import type { Server } from 'node:http';
import { print } from 'fleet-lab/terminal/terminal';

/** Tells on one line of standard output where a server listens, and who it is. */
export function tellStarted(server: Server): void {
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server listens on no port');
  print(JSON.stringify({ port: address.port, pid: process.pid }));
}
