import type { Server } from 'node:http';

/** Longest time from the first signal until the last answer is cut. */
const DEADLINE_MS = 5000;
/** What may be left to close after the last answer; a connection that hangs must not hold the process. */
const CLOSING_MS = 1000;

/**
 * Ends the server cleanly on SIGTERM and SIGINT: no new connections, answers under way are finished, what
 * remains at the deadline is cut. A second signal ends the process at once.
 */
export function endOnSignal(server: Server, onStop: (signal: string) => void, onEnd: () => void): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    onStop(signal);
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    server.close(() => end());
    server.closeIdleConnections();
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), DEADLINE_MS);
    const end = () => {
      clearInterval(sweep);
      clearTimeout(deadline);
      onEnd();
      setTimeout(() => process.exit(), CLOSING_MS).unref();
    };
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
