import { spawnSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Both ends of a pipe in a directory; a write into it waits, as into that of a shell. */
export function makePipe(directory: string, name: string): { path: string; reader: number; writer: number } {
  const path = join(directory, name);
  spawnSync('mkfifo', [path]);
  const reader = openReader(path);
  return { path, reader, writer: openSync(path, constants.O_WRONLY) };
}

function openReader(path: string): number {
  return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
}

/** Writes until the pipe takes no more; whoever reads finds blanks before the log. */
export function fillPipe(path: string): void {
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  const attempt = (bytes: Buffer): boolean => {
    try {
      writeSync(writer, bytes);
      return true;
    } catch {
      return false;
    }
  };
  for (const size of [4096, 1]) while (attempt(Buffer.alloc(size, ' ')));
  closeSync(writer);
}

/** What is in the pipe now, as far as it is read at once. */
export function drainPipe(reader: number): string {
  const chunk = Buffer.alloc(65_536);
  try {
    return chunk.toString('utf8', 0, readSync(reader, chunk));
  } catch {
    return '';
  }
}

/** A pipe for the log of a process, whose reader can fail. */
export type LogPipe = {
  readonly path: string;
  /** All that was read of it. */
  output(): string;
  /** The reader stops, and the pipe is full. */
  stall(): void;
  /** The reader is gone: a write fails. */
  hangUp(): void;
  /** There is a reader again. */
  goOn(): void;
  close(): void;
};

const READ_INTERVAL_MS = 50;
/** No line of the log has so many in a row. */
const FILLING = / {64,}/g;

/** Makes a pipe and reads it. */
export function openLogPipe(): LogPipe {
  const directory = mkdtempSync(join(tmpdir(), 'fleet-soak-log-'));
  const { path, reader: first, writer } = makePipe(directory, 'log');
  closeSync(writer);
  let reader: number | undefined = first;
  let isStalled = false;
  let text = '';

  function read(): void {
    if (reader === undefined || isStalled) return;
    for (let chunk = drainPipe(reader); chunk !== ''; chunk = drainPipe(reader))
      text += chunk.replace(FILLING, '');
  }
  const reading = setInterval(read, READ_INTERVAL_MS);

  return {
    path,
    output() {
      read();
      return text;
    },
    stall() {
      isStalled = true;
      fillPipe(path);
    },
    hangUp() {
      read();
      if (reader !== undefined) closeSync(reader);
      reader = undefined;
    },
    goOn() {
      isStalled = false;
      reader ??= openReader(path);
    },
    close() {
      clearInterval(reading);
      if (reader !== undefined) closeSync(reader);
      rmSync(directory, { recursive: true });
    },
  };
}
