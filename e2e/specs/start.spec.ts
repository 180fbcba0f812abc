import { expect, test } from '../harness/fleet-test.ts';
import { verdict } from '../harness/verdict.ts';

for (const path of ['/fleet', '/fleet?wall=1']) {
  test(`${path}: a script that another build has taken away leaves words, and the page comes by itself once it is back`, async ({
    fleet,
    page,
  }) => {
    await page.clock.install();
    await page.route('**/fleet/assets/*.js', (route) => route.fulfill({ status: 404 }));
    await fleet.show(page, 'dynamic-healthy', path);
    await expect(page.getByText('Opening the fleet dashboard')).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(page.getByText('NO DATA: the dashboard itself could not be loaded')).toBeVisible();
    await expect(page).toHaveTitle(/NO DATA/);
    await page.unroute('**/fleet/assets/*.js');
    const loaded = page.waitForEvent('load');
    await page.clock.runFor(15_000);
    await loaded;
    await expect(verdict(page, 'OK')).toBeVisible();
  });
}

test('the wall loads nothing of the page to work with, nor that of the wall', async ({ fleet, page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  const api = await fleet.show(page, 'dynamic-healthy', '/fleet?wall=1');
  await expect(verdict(page, 'OK')).toBeVisible();
  expect(scripts.filter((path) => path.includes('/wall-page-')).length).toBeGreaterThan(0);
  expect(scripts.filter((path) => path.includes('/fleet-page-'))).toEqual([]);
  scripts.length = 0;
  await page.goto(`${api.url}/fleet`);
  await expect(verdict(page, 'OK')).toBeVisible();
  expect(scripts.filter((path) => path.includes('/wall-page-'))).toEqual([]);
});

test('scripts and styles travel compressed: the first load takes at most 125 KB on the wire', async ({
  fleet,
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThanOrEqual(125_000);
});
