import { expect, it } from 'vitest';
import { DOCS } from '../docs.ts';
import { target } from '../pages.ts';

const IS_PATH = /^(?:\.ci|\.config|apps|docs|e2e|packages)\/[^\s`]*$/;

const paths = [...DOCS].flatMap(([page, { spans }]) =>
  spans.filter((span) => IS_PATH.test(span)).map((path) => ({ page, path })),
);

it('every file and folder of the repository that the docs name is there', () => {
  const missing = paths.filter(({ path }) => !target('README.md', path.replace(/\*.*$/, '')).isThere);
  expect(missing).toEqual([]);
});
