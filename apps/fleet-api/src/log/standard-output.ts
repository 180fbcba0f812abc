import { constants, openSync, write } from 'node:fs';
import { isatty } from 'node:tty';
import type { LogOutputOptions } from './log-output.ts';

/**
 * Writes to standard output off the event loop, and without waiting for one who does not read: a terminal that was
 * stopped or a full pipe gives an error at once.
 */
export function writeToStandardOutput(): LogOutputOptions['write'] {
  const descriptor = isatty(1) ? reopenTerminal() : nonBlocking();
  return (bytes, done) => write(descriptor, bytes, done);
}

/** A description of our own: without waiting for us alone, not for the shell whose terminal it is. */
function reopenTerminal(): number {
  try {
    return openSync('/proc/self/fd/1', constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
  } catch {
    return 1;
  }
}

/** Node makes a pipe or a socket non-blocking when it makes a stream of it. */
function nonBlocking(): number {
  void process.stdout;
  return 1;
}
