import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rename, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

/** Another process of this machine uses the directory. */
export class DirectoryBusy extends Error {
  override readonly name = 'DirectoryBusy';
}

export type DirectoryLock = { release(): Promise<void> };

const SOCKET_NAME = 'lock';
const MOST_ATTEMPTS = 3;

/**
 * Locks a directory for this process: by a socket in it, at which the process answers for as long as it lives, whatever its
 * number, user or container. One that nobody answers at is what a process left that was killed, and is replaced. Rejects
 * with `DirectoryBusy`, or with the error of the directory.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, SOCKET_NAME);
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const server = await listenAt(path);
    if (server !== undefined) return { release: () => release(server) };
    if (await isAnswered(path)) break;
    await removeDead(path);
  }
  throw new DirectoryBusy(`another process answers at ${path}`);
}

/** Undefined when there is something at the path. */
async function listenAt(path: string): Promise<Server | undefined> {
  const server = createServer((socket) => socket.destroy());
  server.listen(path);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') return undefined;
    throw error;
  }
  server.unref();
  return server;
}

async function isAnswered(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    if (['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(codeOf(error))) return false;
    throw error;
  } finally {
    socket.destroy();
  }
}

/** Takes it away by a name of our own first: in the meantime another process may have put its socket there. */
export async function removeDead(path: string): Promise<void> {
  const taken = `${path}.${randomUUID().slice(0, 8)}`;
  try {
    await rename(path, taken);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (await isAnswered(taken)) await rename(taken, path);
  else await rm(taken, { force: true });
}

async function release(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
