import { expect, it } from 'vitest';
import { readText } from '../pages.ts';
import { WRITTEN_PAGES } from './written-pages.ts';

it.each(Object.entries(WRITTEN_PAGES))(
  '%s is as the code makes it: pnpm docs:write writes it anew',
  (path, text) => {
    expect(readText(path)).toBe(text());
  },
);
