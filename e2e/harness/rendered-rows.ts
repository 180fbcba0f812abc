/// <reference lib="dom" />
import type { Page } from '@playwright/test';

declare global {
  var rowsBefore: Map<string, unknown>;
}

/** Remembers with what each drawn row of a process was rendered. */
export function rememberRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    // React gives an element other properties whenever it renders it again, even to the same effect.
    const renderedWith = (row: Element) =>
      Object.entries(row).find(([key]) => key.startsWith('__reactProps$'))?.[1];
    globalThis.rowsBefore = new Map(
      [...document.querySelectorAll('tr[data-process]')].map((row) => [
        row.getAttribute('data-process') ?? '',
        renderedWith(row),
      ]),
    );
    return globalThis.rowsBefore.size;
  });
}

/** The drawn processes whose rows were rendered again since. */
export function rowsRenderedSince(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tr[data-process]')].flatMap((row) => {
      const id = row.getAttribute('data-process') ?? '';
      const now = Object.entries(row).find(([key]) => key.startsWith('__reactProps$'))?.[1];
      return now !== undefined && globalThis.rowsBefore.get(id) === now ? [] : [id];
    }),
  );
}
