import { expect, it } from 'vitest';
import { pagePaths, readText } from './pages.ts';
import { WRITTEN_PAGES } from './written/written-pages.ts';

/** What somebody reads to its end. */
const MOST_LINES = 300;
const IS_WRITTEN = new Set(Object.keys(WRITTEN_PAGES));

it(`no page has more than ${MOST_LINES} lines, unless it is a list that the code makes`, () => {
  const pages = pagePaths().filter((path) => !IS_WRITTEN.has(path));
  const tooLong = pages.filter((path) => readText(path).trimEnd().split('\n').length > MOST_LINES);
  expect(tooLong).toEqual([]);
});
