import { pagePaths, readText } from './pages.ts';
import { type Page, readPage } from './read-page.ts';

/** All pages of the docs, by their paths from the repository. */
export const DOCS: ReadonlyMap<string, Page> = new Map(
  pagePaths().map((path) => [path, readPage(readText(path))]),
);

/** A piece of code on a page: a span, or a line of a block. */
export type Code = { readonly path: string; readonly text: string };

/** All code of the docs, in the order of the pages. */
export const CODE: readonly Code[] = [...DOCS].flatMap(([path, { spans, blocks }]) =>
  [...spans, ...blocks.flatMap(({ text }) => text.split('\n'))].map((text) => ({ path, text })),
);

/** What of the code in the docs looks like this, each once; the first group where the pattern has one. */
export function foundInCode(pattern: RegExp): string[] {
  const found = CODE.flatMap(({ text }) => [...text.matchAll(pattern)]);
  return [...new Set(found.map(([whole, group]) => group ?? whole))];
}
