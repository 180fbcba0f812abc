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

test('what the page needs to show a fleet is at most 125 KB on the wire, and little follows', async ({
  fleet,
  page,
}) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const paths = new Map<string, string>();
  const bytes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    paths.set(requestId, new URL(request.url).pathname);
  });
  // However often the page has polled by then, each address counts once.
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.set(paths.get(requestId) ?? '', encodedDataLength);
  });
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  const isLater = (path: string) => /process-details-|history-section-|fleet\/history/.test(path);
  await expect.poll(() => [...bytes.keys()].filter(isLater).length).toBe(3);
  const sumOf = (isCounted: (path: string) => boolean) =>
    [...bytes].filter(([path]) => isCounted(path)).reduce((sum, [, one]) => sum + one, 0);
  expect(sumOf((path) => !isLater(path))).toBeGreaterThan(50_000);
  expect(sumOf((path) => !isLater(path))).toBeLessThanOrEqual(125_000);
  expect(sumOf(isLater)).toBeLessThanOrEqual(10_000);
});
