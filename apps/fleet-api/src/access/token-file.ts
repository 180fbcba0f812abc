import { readFileSync, statSync } from 'node:fs';
import { readTokens, type TokensResult } from './read-tokens.ts';

const MOST_BYTES = 65_536;
const ANY_OF_OTHERS = 0o007;
const WRITE_OF_GROUP = 0o020;

/** Reads a token file; one that others than its owner and its group can read or change is refused. */
export function readTokenFile(path: string): TokensResult {
  try {
    const found = statSync(path);
    if (!found.isFile()) return { ok: false, fault: 'is no file' };
    if ((found.mode & (ANY_OF_OTHERS | WRITE_OF_GROUP)) !== 0)
      return { ok: false, fault: 'can be read or changed by others: chmod 600 it, or 640' };
    if (found.size > MOST_BYTES) return { ok: false, fault: `is larger than ${MOST_BYTES} bytes` };
    return readTokens(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    return { ok: false, fault: `cannot be read${code}` };
  }
}
