import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Servers live here, and a normal user's PATH often leaves these out. */
const SYSTEM_DIRECTORIES = ['/usr/sbin', '/usr/local/sbin', '/sbin', '/opt/homebrew/bin', '/usr/local/bin'];

/** Absolute path of the first of `names` that can be run from PATH or a system directory, or null. */
export function findExecutable(...names: readonly string[]): string | null {
  const directories = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_DIRECTORIES];
  for (const name of names) {
    const found = directories.map((directory) => join(directory, name)).find(isExecutable);
    if (found) return found;
  }
  return null;
}

/** Whether this process may run the file at `path`. */
export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
