import { join } from 'node:path';
import { KEPT, type Known } from 'fleet-core/kept/known';
import type { Logger } from 'pino';
import { MOST_ADDED_BYTES, MOST_HISTORY_BYTES, MOST_PROCESSES_BYTES, MOST_SAMPLES_BYTES } from '../limits.ts';
import { DirectoryBusy, lockDirectory } from './directory-lock.ts';
import { inTurn } from './in-turn.ts';
import { openKeptFile } from './kept-file.ts';

/** What is known, kept in a directory. */
export type StateDirectory = {
  /** What was known before this process. */
  readonly known: Known;
  /** Writes what is new, and returns at once. */
  keep(known: Known): void;
  /** Writes what is left and lets go of the directory. False when that is not done in this time: then a write hangs. */
  close(timeoutMs: number): Promise<boolean>;
};

const RETRY_MS = 10_000;

/** Undefined, with a line in the log, when the directory cannot be used or another process uses it. */
export async function openStateDirectory(
  directory: string,
  log: Logger,
  retryMs: number = RETRY_MS,
): Promise<StateDirectory | undefined> {
  try {
    return await open(directory, log, retryMs);
  } catch (error) {
    const why = error instanceof DirectoryBusy ? 'another dashboard uses it' : 'it cannot be used';
    log.error({ directory, err: error }, `the state directory: ${why}: what is seen is kept in memory only`);
    return undefined;
  }
}

async function open(directory: string, log: Logger, retryMs: number): Promise<StateDirectory> {
  const lock = await lockDirectory(directory);
  try {
    const { known, keep, closeFiles } = await openFiles(directory, log, retryMs);
    return {
      known,
      keep,
      async close(timeoutMs) {
        const isClosed = await Promise.race([closeFiles(), timeout(timeoutMs)]);
        // Even to take the lock away may take for ever where a write does.
        if (isClosed) await lock.release();
        return isClosed;
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openFiles(directory: string, log: Logger, retryMs: number) {
  const failures = createWriteLog(directory, log);
  const common = { retryMs, mostAddedBytes: MOST_ADDED_BYTES, inTurn: inTurn() };
  const own = (file: string) => ({
    ...common,
    path: join(directory, file),
    report: (error: unknown) => failures.report(file, error),
  });
  const history = await openKeptFile({
    ...own('history.jsonl'),
    kept: KEPT.history,
    mostBytes: MOST_HISTORY_BYTES,
  });
  const processes = await openKeptFile({
    ...own('processes.jsonl'),
    kept: KEPT.processes,
    mostBytes: MOST_PROCESSES_BYTES,
  });
  const samples = await openKeptFile({
    ...own('samples.jsonl'),
    kept: KEPT.samples,
    mostBytes: MOST_SAMPLES_BYTES,
  });
  const found = { history: history.found, processes: processes.found, samples: samples.found };
  const left_out = found.history.left_out + found.processes.left_out + found.samples.left_out;
  if (left_out > 0)
    log.warn({ directory, left_out }, 'lines of the state directory say nothing, and are left out');
  const known = {
    history: found.history.value,
    processes: found.processes.value,
    samples: found.samples.value,
  };
  return {
    known,
    keep(known: Known) {
      history.keep(known.history);
      processes.keep(known.processes);
      samples.keep(known.samples);
    },
    async closeFiles() {
      await Promise.all([history.close(), processes.close(), samples.close()]);
      return true;
    },
  };
}

/** Tells once that files cannot be written, and once that all of them are again. */
function createWriteLog(directory: string, log: Logger) {
  const failing = new Set<string>();
  return {
    report(file: string, error: unknown) {
      if (error !== undefined) {
        if (failing.size === 0)
          log.error(
            { directory, file, err: error },
            'the state directory cannot be written: what is seen is kept in memory until it can',
          );
        failing.add(file);
      } else if (failing.delete(file) && failing.size === 0) {
        log.info({ directory }, 'the state directory is written again, and nothing is missing in it');
      }
    },
  };
}

function timeout(ms: number): Promise<false> {
  return new Promise((resolve) => void setTimeout(() => resolve(false), ms).unref());
}
