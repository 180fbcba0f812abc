import { MOST_KEPT_LOG_BYTES } from '../limits.ts';
import { startStopwatch } from '../stopwatch.ts';

/** What of the log was lost while it could not be written. */
export type LogLoss = {
  readonly lost_lines: number;
  readonly lost_bytes: number;
  readonly lost_since: string;
};

/** Where log lines go: writing neither waits nor throws, whatever becomes of the lines. */
export type LogOutput = {
  write(line: string): void;
  /** Resolves once all is written, or after `timeoutMs`. */
  settle(timeoutMs: number): Promise<void>;
  /** Whether a write does not come back: ending the process in order would wait for it. */
  hangs(): boolean;
};

export type LogOutputOptions = {
  /** Writes what it can, and tells how many bytes that were; as `fs.write` does. */
  readonly write: (bytes: Buffer, done: (error: Error | null, written: number) => void) => void;
  /** Told once the log can be written again and all that was kept of it is. */
  readonly onRecovered: (loss: LogLoss) => void;
};

const RETRY_MS = 500;
/** A write that takes longer than this may take for ever. */
const HANGING_MS = 250;

/** Log lines in their order, one write at a time; what fails is tried again until it succeeds. */
export function createLogOutput({ write, onRecovered }: LogOutputOptions): LogOutput {
  let lines: string[] = [];
  let keptBytes = 0;
  let state: 'idle' | 'writing' | 'pausing' = 'idle';
  let writingMs = startStopwatch();
  let loss: { lines: number; bytes: number; sinceMs: number } | undefined;
  let settlers: (() => void)[] = [];

  function next(): void {
    if (lines.length > 0) {
      const bytes = Buffer.from(lines.join(''));
      lines = [];
      send(bytes);
      return;
    }
    state = 'idle';
    if (loss === undefined) {
      for (const settled of settlers) settled();
      settlers = [];
      return;
    }
    const { lines: lost_lines, bytes: lost_bytes, sinceMs } = loss;
    loss = undefined;
    onRecovered({ lost_lines, lost_bytes, lost_since: new Date(sinceMs).toISOString() });
  }

  function send(bytes: Buffer): void {
    state = 'writing';
    writingMs = startStopwatch();
    write(bytes, (error, written) => {
      const rest = error === null ? bytes.subarray(written) : bytes;
      keptBytes -= bytes.length - rest.length;
      if (error !== null) {
        state = 'pausing';
        setTimeout(() => send(rest), RETRY_MS).unref();
      } else if (rest.length > 0) send(rest);
      else next();
    });
  }

  return {
    write(line) {
      const length = Buffer.byteLength(line);
      if (loss !== undefined || keptBytes + length > MOST_KEPT_LOG_BYTES) {
        loss ??= { lines: 0, bytes: 0, sinceMs: Date.now() };
        loss.lines += 1;
        loss.bytes += length;
        return;
      }
      lines.push(line);
      keptBytes += length;
      if (state === 'idle') next();
    },
    settle(timeoutMs) {
      if (state === 'idle') return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        settlers.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    },
    hangs: () => state === 'writing' && writingMs() > HANGING_MS,
  };
}
