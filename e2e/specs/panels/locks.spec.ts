import { ALL_OPEN } from '../../harness/all-open.ts';
import { expect, test } from '../../harness/fleet-test.ts';

test('who holds which lock, what v1 still has, and whose owner is silent stand on the page and on the wall', async ({
  fleet,
  page,
}) => {
  const api = await fleet.show(page, 'api-lock-silent', ALL_OPEN);
  const panel = page.getByRole('region', { name: 'Bucket owners' });
  const ranges = page.getByRole('region', { name: 'Ranges by host' });
  await expect(ranges.getByRole('row', { name: /^jetmon-b/ })).toContainText('not active');
  await expect(ranges.getByRole('row', { name: /^jetmon-a/ })).toContainText('CHG-1041');
  await expect(panel).toContainText('jetmon-b has no active monitor and holds the lock of 166–332');
  await expect(panel).toContainText('With v1 500–999 (500 buckets)');
  await expect(page.locator('.first-cause')).toContainText('jetmon-b');
  await expect(page.locator('.lane-ground').last()).toHaveAttribute('data-v1', 'true');

  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(page.getByText('1 lock without a monitor (167 buckets)')).toBeVisible();
  await expect(page.locator('.map-fault-label')).toHaveText('v1 500–999');
});

test('a phone shows the locks without scrolling sideways', async ({ fleet, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await fleet.show(page, 'api-half-way', ALL_OPEN);
  const ranges = page.getByRole('region', { name: 'Ranges by host' });
  await expect(ranges.getByRole('row', { name: /^jetmon-c/ })).toBeVisible();
  const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
  expect(await page.evaluate(overflow)).toBe(0);
});
