import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { LONGEST_READ_MS, MOST_CONNECTIONS, SWEEP_INTERVAL_MS } from '../../limits.ts';
import type { LimitLog } from '../../log/limit-log.ts';
import { startStopwatch } from '../../stopwatch.ts';

/** The sockets of a server, which are few: no client keeps others out by doing nothing. */
export type OpenConnections = {
  /** To be told of each request that was not answered at once: its socket is not idle until it is. */
  answersLater(request: IncomingMessage, response: ServerResponse): void;
};

type Connection = {
  bytesRead: number;
  /** When the client was last seen to send something, on the monotonic clock. */
  quietSinceMs: number;
  /** Since bytes wait that the client does not read. */
  unreadMs: (() => number) | undefined;
  answersDue: number;
};

/**
 * Makes room for one more than `most` by closing the one that has been idle the longest, and closes clients that
 * ask and do not read. Looking now and then costs an answer nothing, unlike noting the time of each.
 */
export function guardConnections(
  server: Server,
  limitLog: LimitLog,
  most = MOST_CONNECTIONS,
): OpenConnections {
  const connections = new Map<Socket, Connection>();

  server.on('connection', (socket) => {
    const quietSinceMs = performance.now();
    connections.set(socket, { bytesRead: 0, quietSinceMs, unreadMs: undefined, answersDue: 0 });
    socket.once('close', () => connections.delete(socket));
    if (connections.size <= most) return;
    const idle = longestIdle(connections, socket);
    limitLog.reached(idle === undefined ? 'connections, with none idle' : 'connections', { most });
    const closing = idle ?? socket;
    connections.delete(closing);
    closing.destroy();
  });

  const sweep = setInterval(() => {
    for (const [socket, connection] of connections) {
      noteActivity(socket, connection);
      if (socket.writableLength === 0) connection.unreadMs = undefined;
      else if (connection.unreadMs === undefined) connection.unreadMs = startStopwatch();
      else if (connection.unreadMs() >= LONGEST_READ_MS) {
        limitLog.reached('time to read an answer', { longestMs: LONGEST_READ_MS });
        socket.destroy();
      }
    }
  }, SWEEP_INTERVAL_MS);
  sweep.unref();
  server.once('close', () => clearInterval(sweep));

  return {
    answersLater({ socket }, response) {
      const connection = connections.get(socket);
      if (connection === undefined) return;
      connection.answersDue += 1;
      response.once('close', () => {
        connection.answersDue -= 1;
      });
    },
  };
}

function noteActivity(socket: Socket, connection: Connection): void {
  if (socket.bytesRead === connection.bytesRead) return;
  connection.bytesRead = socket.bytesRead;
  connection.quietSinceMs = performance.now();
}

/** Among equals the first that came: the map holds them in that order. */
function longestIdle(connections: ReadonlyMap<Socket, Connection>, newcomer: Socket): Socket | undefined {
  let found: Socket | undefined;
  let foundSinceMs = Number.POSITIVE_INFINITY;
  for (const [socket, connection] of connections) {
    if (socket === newcomer || connection.answersDue > 0 || socket.writableLength > 0) continue;
    noteActivity(socket, connection);
    if (connection.quietSinceMs < foundSinceMs) [found, foundSinceMs] = [socket, connection.quietSinceMs];
  }
  return found;
}
