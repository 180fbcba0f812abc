import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The built page: its HTML, where its assets lie, and an id that changes with every build of it. */
export type PageFiles = {
  readonly html: Buffer | undefined;
  readonly assetsDir: string;
  readonly buildId: string;
};

/** The same from the source as from the build of it. */
const BUILT_PAGE = fileURLToPath(new URL('../../dist/page', import.meta.url));

/** Reads the page once; `html` is undefined when nothing has been built. */
export function readPageFiles(directory = BUILT_PAGE): PageFiles {
  const index = join(directory, 'index.html');
  const html = existsSync(index) ? readFileSync(index) : undefined;
  const buildId =
    html === undefined ? 'no-page' : createHash('sha256').update(html).digest('hex').slice(0, 12);
  return { html, assetsDir: join(directory, 'assets'), buildId };
}
