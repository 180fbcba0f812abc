import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { startStopwatch } from '../stopwatch.ts';

const SWEEP_INTERVAL_MS = 1000;

/**
 * Closes clients that have let bytes wait for `limitMs`: one that asks and does not read would otherwise
 * keep its place for ever. Looking now and then costs an answer nothing, unlike a timer for each.
 */
export function closeSlowReaders(server: Server, limitMs: number): void {
  const waiting = new Map<Socket, (() => number) | undefined>();
  server.on('connection', (socket) => {
    waiting.set(socket, undefined);
    socket.once('close', () => waiting.delete(socket));
  });
  const sweep = setInterval(() => {
    for (const [socket, waitedMs] of waiting) {
      if (socket.writableLength === 0) waiting.set(socket, undefined);
      else if (waitedMs === undefined) waiting.set(socket, startStopwatch());
      else if (waitedMs() >= limitMs) socket.destroy();
    }
  }, SWEEP_INTERVAL_MS);
  sweep.unref();
  server.once('close', () => clearInterval(sweep));
}
