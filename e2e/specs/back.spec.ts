import type { Page } from '@playwright/test';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { expect, test } from '../harness/fleet-test.ts';
import { details, filterBox, row, rows, STALE_PROCESS } from '../harness/process-table.ts';

const scrolled = (page: Page): Promise<number> => page.evaluate('scrollY');

const search = (page: Page) => new URL(page.url()).search;

test('Back closes what is open, one thing at a time, and Forward opens it again', async ({ fleet, page }) => {
  await fleet.show(page, largeFleet(40).rows);
  await expect(rows(page).first()).toBeVisible();
  // What comes late would move the rows.
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await page.getByRole('button', { name: /^\d+ red$/ }).click();
  const red = await rows(page).count();
  const opener = rows(page).first().locator('.process-name');
  const name = (await opener.textContent()) ?? '';
  await opener.click();
  await expect(details(page, name)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard and filter' })).toBeVisible();

  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'Keyboard and filter' })).toHaveCount(0);
  await expect(details(page, name)).toBeVisible();
  await page.goBack();
  await expect(details(page, name)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(red);
  await page.goBack();
  await expect(rows(page)).toHaveCount(40);
  await expect(page).toHaveURL(/\/fleet$/);
  await page.goForward();
  await page.goForward();
  await expect(details(page, name)).toBeVisible();
  await expect(rows(page)).toHaveCount(red);
});

test('what has been closed needs no Back, and closing it does not move the page', async ({ fleet, page }) => {
  await page.goto('about:blank');
  await fleet.show(page, largeFleet(40).rows);
  await expect(rows(page).first()).toBeVisible();
  // What comes late would move the page by itself.
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await rows(page).first().locator('.process-name').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  // Focus that is in the panel would go back to the row.
  await page.getByRole('heading', { level: 1 }).click();
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  const before = await scrolled(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => search(page)).toBe('');
  expect(await scrolled(page)).toBe(before);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('what is typed into the filter adds nothing to the history', async ({ fleet, page }) => {
  await page.goto('about:blank');
  await fleet.show(page, largeFleet(40).rows);
  await filterBox(page).pressSequentially('eu-01');
  await expect(page).toHaveURL(/filter=eu-01/);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
});

test('Back closes the sites that drift, and a link opens them', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'drift');
  const dialog = page.getByRole('dialog', { name: 'Sites that differ from their events' });
  const button = page.getByRole('button', { name: 'Show sites' });
  await button.click();
  await expect(dialog).toBeVisible();
  const link = page.url();
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await expect(button).toBeFocused();
  await page.goto(`${api.url}/healthz`);
  await page.goto(link);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a process is a link of its own, for another tab or the incident channel', async ({
  fleet,
  page,
  context,
}) => {
  await fleet.show(page, largeFleet(40).rows, '/fleet?filter=us-west');
  await expect(rows(page).first()).toBeVisible();
  // What comes late would move the rows.
  await expect(page.getByText('Loading…')).toHaveCount(0);
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    rows(page)
      .first()
      .locator('.process-name')
      .click({ modifiers: ['Control'] }),
  ]);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(tab.getByRole('dialog')).toBeVisible();
  expect(search(tab)).toMatch(/^\?p=[^&]+$/);
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`a link with #processes shows them, on ${viewport.width} px`, async ({ fleet, page }) => {
    await page.setViewportSize(viewport);
    await fleet.show(page, largeFleet(400).rows, '/fleet#processes');
    await expect(row(page, STALE_PROCESS)).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Processes' })).toBeInViewport();
    await expect(row(page, STALE_PROCESS)).toBeInViewport();
  });
}
