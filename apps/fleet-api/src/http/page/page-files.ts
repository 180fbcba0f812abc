import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The built page: its HTML, what helps when it cannot load, where its assets lie, and an id that changes with every build of it. */
export type PageFiles = {
  readonly html: Buffer | undefined;
  /** A script of one name in every build, so that it is there when the HTML is of another one. */
  readonly startGuard: Buffer | undefined;
  readonly assetsDir: string;
  readonly buildId: string;
};

/** Reads the built page once; `html` is undefined when nothing has been built. */
export function readPageFiles(directory: string): PageFiles {
  const html = readIfThere(join(directory, 'index.html'));
  const buildId =
    html === undefined ? 'no-page' : createHash('sha256').update(html).digest('hex').slice(0, 12);
  const startGuard = readIfThere(join(directory, 'start-guard.js'));
  return { html, startGuard, assetsDir: join(directory, 'assets'), buildId };
}

function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}
