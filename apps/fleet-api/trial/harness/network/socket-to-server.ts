import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { ReaderAccess } from 'fleet-lab/database/lab-database';
import { onTestFinished } from 'vitest';

/** A unix socket in this directory that leads to the database server, for whoever has no other way to it. */
export async function socketToServer({ host, port }: ReaderAccess, directory: string): Promise<string> {
  const path = join(directory, 'mysqld.sock');
  const server = createServer((client) => {
    const upstream = connect(port, host);
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
    onTestFinished(() => void client.destroy());
  });
  server.listen(path);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  chmodSync(path, 0o666);
  return path;
}
