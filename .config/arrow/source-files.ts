import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE_FILE = /\.(?:[cm]?[jt]sx?|css)$/;

/** The text of a file, by its path from the repository. */
export function readSource(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

/** The paths of all source files, committed or not; what git ignores and its own folder are left out. */
export function sourceFiles(): string[] {
  const ignored = new Set(['.git/', ...readSource('.gitignore').split('\n')]);
  const within = (folder: string): string[] =>
    readdirSync(join(REPOSITORY, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return ignored.has(`${entry.name}/`) ? [] : within(path);
      return SOURCE_FILE.test(entry.name) ? path : [];
    });
  return within('');
}
