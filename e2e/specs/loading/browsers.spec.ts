/// <reference lib="dom" />
import { expect, test } from '../../harness/fleet-test.ts';
import { makeOldestBrowser } from '../../harness/oldest-browser.ts';
import { verdict } from '../../harness/verdict.ts';

test('page, details and help need nothing that the oldest browsers lack', async ({ fleet, page }) => {
  await makeOldestBrowser(page);
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  await fleet.show(page, 'stale-host');
  expect(await page.evaluate(() => 'any' in AbortSignal || 'Iterator' in globalThis)).toBe(false);
  await expect(verdict(page, 'RED')).toBeVisible();
  await page.locator('[data-opens="jetmon-b:monitor"]').click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/fleet$/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard and filter' })).toBeVisible();
  expect(thrown).toEqual([]);
});

test('the wall needs nothing that the oldest browsers lack', async ({ fleet, page }) => {
  await makeOldestBrowser(page);
  const thrown: Error[] = [];
  page.on('pageerror', (error) => thrown.push(error));
  await fleet.show(page, 'stale-host', '/fleet?wall=1');
  await expect(verdict(page, 'RED')).toBeVisible();
  expect(thrown).toEqual([]);
});

test('a browser that is too old is told so in words, and where the data is', async ({ fleet, page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(Array.prototype, 'toReversed'));
  await page.route('**/fleet/assets/*.js', (route) => route.abort());
  await fleet.show(page, 'dynamic-healthy');
  await expect(page.getByText('NO DATA: this browser is too old for the dashboard')).toContainText(
    'Firefox 115, Safari 16.4, Chrome 111',
  );
  await expect(page).toHaveTitle(/NO DATA/);
  await page.getByRole('link', { name: '/api/fleet' }).click();
  await expect(page.getByText('"schema_version":1')).toBeVisible();
});
