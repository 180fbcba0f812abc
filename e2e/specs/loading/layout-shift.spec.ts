import { expect, test } from '../../harness/fleet-test.ts';
import { layoutShift, watchLayoutShifts } from '../../harness/layout-shifts.ts';
import { verdict } from '../../harness/verdict.ts';

/** From here on people are disturbed, says whoever invented the score. */
const MOST = 0.1;

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`at ${viewport.width} × ${viewport.height} nothing jumps while the page loads, nor when the fleet turns red or well again`, async ({
    fleet,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await watchLayoutShifts(page);
    let answer = () => {};
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/api/fleet', async (route) => {
      await asked;
      await route.continue();
    });
    await fleet.show(page, 'dynamic-healthy');
    await expect(verdict(page, 'LOADING')).toBeVisible();
    answer();
    await expect(verdict(page, 'OK')).toBeVisible();
    await expect(page.locator('.panel', { hasText: 'Loading…' })).toHaveCount(0);
    expect(await layoutShift(page), 'while it loads').toBeLessThan(MOST);

    await fleet.load('stale-host');
    await expect(verdict(page, 'RED')).toBeVisible();
    expect(await layoutShift(page), 'when it turns red').toBeLessThan(MOST);

    await fleet.load('dynamic-healthy');
    await expect(verdict(page, 'OK')).toBeVisible();
    expect(await layoutShift(page), 'when it is well again').toBeLessThan(MOST);
  });
}

test('nothing jumps while the page of a fleet in trouble loads', async ({ fleet, page }) => {
  await watchLayoutShifts(page);
  await fleet.show(page, 'stale-host');
  await expect(verdict(page, 'RED')).toBeVisible();
  await expect(page.locator('.panel', { hasText: 'Loading…' })).toHaveCount(0);
  expect(await layoutShift(page)).toBeLessThan(MOST);
});
