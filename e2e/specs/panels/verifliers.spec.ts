import { ALL_OPEN } from '../../harness/all-open.ts';
import { expect, test } from '../../harness/fleet-test.ts';

test('the verifliers of a later database stand on the page and on the wall', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'verifliers-incomplete');
  const panel = page.getByRole('region', { name: 'Verifliers' });
  await expect(panel.getByRole('row', { name: /^us-west/ })).toContainText('incomplete, no token');
  await expect(panel.getByRole('row', { name: /^us-east-1/ })).toContainText('STALE');
  await page.getByRole('link', { name: /^Verifliers RED/ }).click();
  await expect(panel).toBeInViewport();

  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toContainText(/Verifliers ?2 of 3/);
});

test('a phone shows them without scrolling sideways', async ({ fleet, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await fleet.show(page, 'verifliers-active', ALL_OPEN);
  const panel = page.getByRole('region', { name: 'Verifliers' });
  await expect(panel.getByText('ap-south')).toBeVisible();
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
});

test('a database without them has neither panel nor number', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'dynamic-healthy');
  await expect(page.getByRole('region', { name: 'Dependencies' })).toContainText('mysql');
  await expect(page.getByText('Verifliers')).toHaveCount(0);
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toContainText('Drift');
  await expect(page.getByText('Verifliers')).toHaveCount(0);
});
