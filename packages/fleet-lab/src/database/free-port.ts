import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/** A port, and above it the one that is listened on by whoever the port was given to. */
const PORTS_OF_A_PAIR = 2;
/** Below the ports that systems give away by themselves (Linux from 32768 on, others from 49152), as to every connection. */
const RANGE: PortRange = { first: 20_000, pairs: 6_384 };

/** Where ports are looked for: that many pairs from an even port on. */
export type PortRange = { readonly first: number; readonly pairs: number };

/**
 * A TCP port of 127.0.0.1 that is free. As long as this process lives, no other caller in any process is given it, so
 * that there is time to start what listens on it, and to start it again.
 */
export async function freePort({ first, pairs }: PortRange = RANGE): Promise<number> {
  for (;;) {
    const port = first + PORTS_OF_A_PAIR * randomInt(pairs);
    // The system lets one process alone listen on it, and takes it back however that one ends.
    const guard = await listenOn(port + 1);
    if (guard === null) continue;
    if (await isPortFree(port)) {
      guard.unref();
      return port;
    }
    guard.close();
  }
}

/** Whether 127.0.0.1:`port` can be listened on right now. Rejects when it fails for another reason than being taken. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  if (server === null) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/** Null when the port is taken. */
async function listenOn(port: number): Promise<Server | null> {
  const server = createServer();
  const outcome = new Promise<Server | null>((resolve, reject) => {
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
  });
  server.listen(port, '127.0.0.1');
  return await outcome;
}
