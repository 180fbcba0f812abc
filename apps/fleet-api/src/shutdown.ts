import { closeSync } from 'node:fs';
import type { Server } from 'node:http';
import { isatty } from 'node:tty';
import type { LogOutput } from './log/log-output.ts';

/** Longest time from the first signal until the last answer is cut. */
const DEADLINE_MS = 5000;
/** How long the last lines of the log may take. */
const LAST_LINES_MS = 500;

/** What the end of the process is made of. */
export type Ending = {
  readonly server: Server;
  readonly output: LogOutput;
  readonly onStop: (signal: string) => void;
  /** Closes what is left once the last answer is out. Resolves, with whether something hangs, in less than two seconds. */
  readonly onEnd: () => Promise<boolean>;
};

/**
 * Ends the process cleanly on SIGTERM and SIGINT: no new connections, answers under way are finished, what
 * remains at the deadline is cut. A second signal ends the process at once.
 */
export function endOnSignal({ server, output, onStop, onEnd }: Ending): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) {
      void endProcess(output, 1);
      return;
    }
    stopping = true;
    onStop(signal);
    server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
    server.close(() => void end());
    server.closeIdleConnections();
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const deadline = setTimeout(() => server.closeAllConnections(), DEADLINE_MS);
    const end = async () => {
      clearInterval(sweep);
      clearTimeout(deadline);
      const hangs = await onEnd();
      await endProcess(output, 0, hangs);
    };
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Ends the process with this code once its log is written, or cannot be; without further ado where something `hangs`. */
export async function endProcess(output: LogOutput, code: number, hangs = false): Promise<void> {
  await output.settle(LAST_LINES_MS);
  // An exit in order waits for every write, and this one does not come back.
  if (hangs || output.hangs()) process.kill(process.pid, 'SIGKILL');
  leaveTerminals();
  process.exit(code);
}

const terminals = [0, 1, 2].filter((descriptor) => isatty(descriptor));

/** Node aborts when it cannot set back a terminal, as one that is closed; what it finds closed it leaves alone. */
function leaveTerminals(): void {
  for (const descriptor of terminals) if (!isatty(descriptor)) closeSync(descriptor);
}
