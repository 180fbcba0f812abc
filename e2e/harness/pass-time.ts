/// <reference lib="dom" />
import type { Page } from '@playwright/test';

declare global {
  /** Requests of the page that are not answered in full. */
  var openRequests: number;
}

/** To be called ahead of `passTime`, before the page is opened: the page counts its requests. */
export async function countOpenRequests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { fetch } = window;
    window.openRequests = 0;
    window.fetch = async (input, init) => {
      window.openRequests += 1;
      try {
        const response = await fetch(input, init);
        await response.clone().blob();
        return response;
      } finally {
        window.openRequests -= 1;
      }
    };
  });
}

/**
 * Lets a page whose clock is installed live through this many seconds, over loading itself anew as well. Whatever it asks for
 * is answered between two of them: its deadlines go by that clock.
 */
export async function passTime(page: Page, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await page.clock.runFor(1000);
    while (!(await isAnswered(page)));
  }
}

/** Not while another document takes the place of this one. */
function isAnswered(page: Page): Promise<boolean> {
  const answered = page.evaluate(() => document.readyState === 'complete' && openRequests === 0);
  return answered.catch((error: Error) => {
    if (/context was destroyed|navigation/.test(error.message)) return false;
    throw error;
  });
}
