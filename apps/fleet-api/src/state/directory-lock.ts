import { once } from 'node:events';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Another process of this machine uses the directory. */
export class DirectoryBusy extends Error {
  override readonly name = 'DirectoryBusy';
}

export type DirectoryLock = { release(): Promise<void> };

const SOCKET_NAME = 'lock';
const MOST_ATTEMPTS = 40;
const PAUSE_MS = 50;
/** To take a dead socket away is a matter of milliseconds: who has been at it for longer was killed at it. */
const LONGEST_REMOVAL_MS = 5000;

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
    if (!(await removeDead(path))) await sleep(PAUSE_MS);
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

/**
 * False when another process is at it. One at a time, and each looks once more before it removes: what lies at the path
 * cannot have become a living socket in between, since nobody listens where something lies.
 */
export async function removeDead(path: string): Promise<boolean> {
  const turn = `${path}.turn`;
  try {
    await mkdir(turn);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await endAbandonedTurn(turn);
    return false;
  }
  try {
    if (!(await isAnswered(path))) await rm(path, { force: true });
  } finally {
    await rmdir(turn);
  }
  return true;
}

async function endAbandonedTurn(turn: string): Promise<void> {
  const begun = await stat(turn).catch(() => undefined);
  if (begun !== undefined && Date.now() - begun.mtimeMs > LONGEST_REMOVAL_MS)
    await rmdir(turn).catch(() => {});
}

async function release(server: Server): Promise<void> {
  server.close();
  await once(server, 'close');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
