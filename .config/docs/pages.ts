import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The paths of all pages of the docs, from the repository. */
export function pagePaths(): string[] {
  const docs = readdirSync(join(REPOSITORY, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    ...docs.filter((name) => name.endsWith('.md')).map((name) => join('docs', name)),
  ].toSorted();
}

/** The text of a file, by its path from the repository. */
export function readText(path: string): string {
  return readFileSync(join(REPOSITORY, path), 'utf8');
}

/** Writes a file anew, by its path from the repository. */
export function writeText(path: string, text: string): void {
  writeFileSync(join(REPOSITORY, path), text);
}

/** What a link of a page leads to, from the repository, and whether that is there. */
export function target(page: string, to: string): { readonly path: string; readonly isThere: boolean } {
  const path = to === '' ? page : join(dirname(page), decodeURIComponent(to));
  return { path, isThere: existsSync(join(REPOSITORY, path)) };
}
