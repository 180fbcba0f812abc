import { type FileHandle, open, readFile, rename } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kept } from 'fleet-core/kept/kept';
import type { InTurn } from './in-turn.ts';
import { newestWithin, readLines } from './line-text.ts';

export type KeptFileOptions<Value> = {
  readonly path: string;
  readonly kept: Kept<Value>;
  /** The file never grows beyond this. */
  readonly mostBytes: number;
  /** Of what was added to it since it was written anew: that much, or a quarter of it where that is more, and it is again. */
  readonly mostAddedBytes: number;
  /** How long a write that failed waits for the next. */
  readonly retryMs: number;
  readonly inTurn: InTurn;
  /** Told after each write whether it failed. */
  readonly report: (error: unknown | undefined) => void;
};

/** A value that is kept in a file of JSON lines. */
export type KeptFile<Value> = {
  /** What the file told when it was opened, and how many of its lines told nothing. */
  readonly found: { readonly value: Value; readonly left_out: number };
  /** Writes what is new of this value, and returns at once. While a write is under way, or fails, the newest value waits. */
  keep(value: Value): void;
  /** Resolves once the newest value is written, or cannot be. */
  settle(): Promise<void>;
  /** Settles, and writes nothing any more. */
  close(): Promise<void>;
};

/** What a file is known to tell, and its size now and when it was written anew. */
type Written<Value> = {
  readonly value: Value;
  readonly handle: FileHandle;
  readonly bytes: number;
  readonly anewBytes: number;
};

/** Of the most that a file may have this much is used when it is written anew, so that it is not soon full again. */
const FILLED_ANEW = 3 / 4;
/** A few milliseconds of work. */
const LINES_PER_TURN = 500;

/**
 * Opens a file, which need not be there, and writes it anew. Lines are added to it until they are many, or a write fails: then
 * it is written anew from the value, under another name that replaces it once it is on disk. Rejects when it cannot
 * be read.
 */
export async function openKeptFile<Value>(options: KeptFileOptions<Value>): Promise<KeptFile<Value>> {
  const { path, kept, mostBytes, mostAddedBytes, retryMs, inTurn, report } = options;
  const { lines, broken } = readLines(await readIfThere(path));
  const { value, unknown } = kept.read(lines);
  let latest = value;
  let written: Written<Value> | undefined;
  let writing: Promise<void> | undefined;
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;

  function wake(): void {
    if (retry !== undefined || isClosed) return;
    writing ??= inTurn(writeLatest).finally(() => {
      writing = undefined;
      if (written?.value !== latest) wake();
    });
  }

  async function writeLatest(): Promise<void> {
    try {
      while (written === undefined || written.value !== latest) written = await write(latest, written);
      report(undefined);
    } catch (error) {
      const { handle } = written ?? {};
      written = undefined;
      retry = setTimeout(tryAgain, retryMs);
      retry.unref();
      report(error);
      await handle?.close().catch(() => {});
    }
  }

  function tryAgain(): void {
    clearTimeout(retry);
    retry = undefined;
    wake();
  }

  async function write(value: Value, before: typeof written): Promise<Written<Value>> {
    if (before === undefined) return writeAnew(value);
    const { handle, anewBytes } = before;
    const text = kept.lines(before.value, value).map(toText).join('');
    const bytes = before.bytes + Buffer.byteLength(text);
    const isGone = (await handle.stat()).nlink === 0;
    const isLong = bytes > mostBytes || bytes - anewBytes > Math.max(mostAddedBytes, anewBytes / 4);
    if (isLong || isGone) {
      const anew = await writeAnew(value);
      await handle.close();
      return anew;
    }
    await handle.appendFile(text);
    return { value, handle, bytes, anewBytes };
  }

  async function writeAnew(value: Value): Promise<Written<Value>> {
    const texts = newestWithin(await toTexts(kept.lines(kept.nothing, value)), mostBytes * FILLED_ANEW);
    const text = texts.join('');
    const handle = await open(`${path}.new`, 'w', 0o600);
    try {
      await handle.appendFile(text);
      await handle.sync();
      await rename(`${path}.new`, path);
    } catch (error) {
      await handle.close().catch(() => {});
      throw error;
    }
    const bytes = Buffer.byteLength(text);
    return { value, handle, bytes, anewBytes: bytes };
  }

  async function settle(): Promise<void> {
    if (retry !== undefined) tryAgain();
    await writing;
  }

  wake();
  return {
    found: { value, left_out: broken + unknown },
    keep(value) {
      latest = value;
      wake();
    },
    settle,
    async close() {
      await settle();
      isClosed = true;
      clearTimeout(retry);
      await written?.handle.close();
    },
  };
}

async function toTexts(lines: readonly unknown[]): Promise<string[]> {
  const texts: string[] = [];
  for (const [i, line] of lines.entries()) {
    if (i % LINES_PER_TURN === 0) await nextTurn();
    texts.push(toText(line));
  }
  return texts;
}

function toText(line: unknown): string {
  return `${JSON.stringify(line)}\n`;
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
