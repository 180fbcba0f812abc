import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource, sourceFiles } from '../../arrow/source-files.ts';
import { DOCS } from '../docs.ts';
import { readText, target } from '../pages.ts';

const SOURCE = /\.tsx?$/;
const WORD = /[A-Za-z_]\w+/g;
const PAGES = [...DOCS].map(([page, read]) => ({ page, ...read }));
const LINKS = PAGES.flatMap(({ page, codeLinks }) =>
  codeLinks
    .filter(({ href }) => SOURCE.test(href))
    .map(({ code, href }) => ({ page, code, path: target(page, href).path })),
);
const EXCERPTS = PAGES.map(({ page, blocks }) => ({
  page,
  excerpts: blocks.filter(({ language }) => /^tsx?$/.test(language)).map(({ text }) => text),
})).filter(({ excerpts }) => excerpts.length > 0);

it.each(LINKS)('$code, for which $page leads to $path, is declared there', ({ code, path }) => {
  const declaration = new RegExp(`\\b(?:function\\*?|const|type|class) ${code}\\b`);
  expect(code === basename(path) || declaration.test(readText(path))).toBe(true);
});

describe.each(EXCERPTS)('the excerpts in $page', ({ excerpts }) => {
  it('name only what the sources name, or what they make themselves', () => {
    const known = new Set(sourceFiles().flatMap((path) => readSource(path).match(WORD) ?? []));
    for (const excerpt of excerpts)
      for (const [, name = ''] of excerpt.matchAll(/(?:^|\bfunction |\bconst )(\w+)(?::|\(| =)/gm))
        known.add(name);
    const named = excerpts.flatMap((excerpt) => withoutWords(excerpt).match(WORD) ?? []);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});

/** An excerpt without its comments and texts; what is filled into a text stays. */
function withoutWords(excerpt: string): string {
  return excerpt
    .replaceAll(/`[^`]*`/g, (text) => text.match(/\$\{[^}]*\}/g)?.join() ?? '')
    .replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|"[^"\n]*"/g, '');
}
