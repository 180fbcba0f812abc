import { once } from 'node:events';
import { createServer } from 'node:net';

/** A TCP port of 127.0.0.1 that was free a moment ago; someone else may take it before you do. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('the listening socket has no port');
  return address.port;
}

/** Whether 127.0.0.1:`port` can be listened on right now. Rejects when it fails for another reason than being taken. */
export async function isPortFree(port: number): Promise<boolean> {
  const server = createServer();
  const outcome = new Promise<boolean>((resolve, reject) => {
    server.once('listening', () => server.close(() => resolve(true)));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
  });
  server.listen(port, '127.0.0.1');
  return await outcome;
}
