import { expect, type Locator, type Page } from '@playwright/test';

/** A stale monitor of every `largeFleet`. */
export const STALE_PROCESS = 'jetmon-us-west-042:monitor';

/** The drawn rows of processes. */
export const rows = (page: Page): Locator => page.locator('.processes tbody tr[data-process]');

/** One process's row. */
export const row = (page: Page, id: string): Locator => page.locator(`tr[data-process="${id}"]`);

/** The table itself. */
export const table = (page: Page): Locator => page.locator('.processes');

const SCROLLER = `document.querySelector('.process-scroller')`;

/** Scrolls a long table to this many pixels; past its end is its end. */
export async function scrollTable(page: Page, top: number): Promise<void> {
  await page.evaluate(`${SCROLLER}.scrollTop = ${top}; new Promise(requestAnimationFrame)`);
}

/** How far a long table is scrolled. */
export const tableScroll = (page: Page): Promise<number> => page.evaluate(`${SCROLLER}.scrollTop`);

/** The different heights of the drawn rows. */
export const rowHeights = (page: Page): Promise<number[]> =>
  page.evaluate(
    `[...new Set([...document.querySelectorAll('.processes tr[data-process]')].map((row) => row.offsetHeight))]`,
  );

/** Where one types what to look for. */
export const filterBox = (page: Page): Locator => page.getByRole('searchbox', { name: /Filter/ });

/** The open panel of a process. */
export const details = (page: Page, name: string = STALE_PROCESS): Locator =>
  page.getByRole('dialog', { name });

/** Asks the API by key until the page shows a later snapshot; its time is shown to the second. */
export async function poll(page: Page): Promise<void> {
  const read = page.getByRole('contentinfo').getByText(/^Read /);
  const before = await read.textContent();
  await expect(async () => {
    await page.keyboard.press('r');
    await expect(read).not.toHaveText(before ?? '', { timeout: 3_000 });
  }).toPass();
}
