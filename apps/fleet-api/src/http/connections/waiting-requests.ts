import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { LimitLog } from '../../log/limit-log.ts';

/**
 * Node reads all requests of a chunk at once, and keeps an answer for each until those before it are sent. A client that
 * sends more than `most` behind one that is not answered loses its socket. Ask only for a response that has to wait:
 * one without a socket.
 */
export function createWaitingRequests(
  most: number,
  limitLog: LimitLog,
): (request: IncomingMessage, response: ServerResponse) => boolean {
  const waiting = new WeakMap<Socket, number>();
  return ({ socket }, response) => {
    // What was read with the request that was too many is still handed over.
    if (socket.destroyed) return false;
    const count = (waiting.get(socket) ?? 0) + 1;
    if (count > most) {
      socket.destroy();
      limitLog.reached('requests that wait on one socket', { most });
      return false;
    }
    waiting.set(socket, count);
    response.once('close', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1));
    return true;
  };
}
