/// <reference lib="dom" />
import type { Page } from '@playwright/test';

/** What the page changes in one second in which nothing is read: an entry for each element, and how many ages there are. */
export function touchedByTick(page: Page): Promise<{ touched: string[]; ages: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        // All listeners of a tick run in the same turn, so that one call brings all that they changed.
        const observer = new MutationObserver((records) => {
          observer.disconnect();
          const elements = new Set(records.map(({ target }) => target.parentElement));
          resolve({
            touched: [...elements].map((element) => `${element?.localName}.${element?.className}`),
            ages: document.querySelectorAll('time.age').length,
          });
        });
        observer.observe(document, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
      }),
  );
}
