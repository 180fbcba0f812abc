import type { Locator, Page } from '@playwright/test';

/** The headline of the page or the wall, if it is this word. */
export const verdict = (page: Page, word: string): Locator =>
  page.getByRole('heading', { name: word, exact: true });
