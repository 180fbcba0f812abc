import { readFile, stat } from 'node:fs/promises';

/** Enough for the plan of a few thousand hosts. */
const MOST_BYTES = 262_144;

/** The text of a plan file, or why there is none, in words that anybody may read. */
export type PlanText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly fault: string };

/** Reads it whole. Whatever is no file of ordinary size is not opened: it could give without end, or nothing for ever. */
export async function planText(path: string): Promise<PlanText> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { ok: false, fault: 'it is no file' };
    if (found.size > MOST_BYTES) return { ok: false, fault: `it is larger than ${MOST_BYTES} bytes` };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    return { ok: false, fault: faultOf(error) };
  }
}

function faultOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return 'it is not there';
    case 'EACCES':
    case 'EPERM':
      return 'this dashboard may not read it';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return 'it is no text in UTF-8';
    default:
      return `it cannot be read${code === undefined ? '' : ` (${code})`}`;
  }
}
