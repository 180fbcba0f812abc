import { expect, test } from '../../harness/fleet-test.ts';
import { readSnapshot } from '../../harness/read-snapshot.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';

for (const path of ['/fleet', '/fleet?wall=1']) {
  test(`${path}: a script that another build has taken away leaves words, and the page comes by itself once it is back`, async ({
    fleet,
    page,
  }) => {
    // Its ten seconds are over when they are let pass, not when the machine is slow.
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
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
    await page.clock.resume();
    await expect(verdict(page, 'OK')).toBeVisible();
  });
}

test('the wall: whichever of its scripts is missing, words say so, and it comes by itself once it is back', async ({
  fleet,
  page,
}) => {
  test.slow(true, 'the wall is opened once for each of its scripts');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.clock.install();
  const scripts = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.add(request.url());
  });
  // Its heartbeats stand still for as long.
  const settings = { FLEET_HEARTBEAT_LATE_SEC: '86400' };
  const api = await fleet.show(page, 'dynamic-healthy', '/fleet?wall=1', settings);
  await expect(verdict(page, 'OK')).toBeVisible();
  await expect(page.getByRole('img', { name: /Status, last 6 hours/ })).toBeVisible();
  const ofWall = [...scripts].filter((url) => url.includes('/assets/'));
  expect(ofWall.length).toBeGreaterThan(2);
  const address = `${api.url}/fleet?wall=1`;
  const document = await (await page.request.get(address)).text();
  for (const script of ofWall) {
    await page.route(script, (route) => route.fulfill({ status: 404 }));
    // What the document itself names is given up by the time it is loaded; the rest is asked for again, and may be back by then.
    const isNamed = document.includes(new URL(script).pathname.replace('/fleet/', ''));
    const givenUp = isNamed ? undefined : page.waitForEvent('pageerror');
    await page.goto(address);
    await givenUp;
    await expect(page.getByText('Opening the fleet dashboard')).toBeVisible();
    await page.clock.runFor(10_000);
    await expect(page.getByText('NO DATA: the dashboard itself could not be loaded')).toBeVisible();
    await page.unroute(script);
    const loaded = page.waitForEvent('load');
    await page.clock.runFor(15_000);
    await loaded;
    await expect(verdict(page, 'OK')).toBeVisible();
  }
});

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

for (const path of ['/fleet', '/fleet?wall=1']) {
  test(`${path}: asks for the fleet ahead of its scripts, and shows the answer to that without asking again`, async ({
    fleet,
    page,
  }) => {
    const asking = page.waitForRequest('**/api/fleet');
    await page.route('**/fleet/assets/*.js', async (route) => {
      await asking;
      await route.continue();
    });
    await fleet.load('dynamic-healthy');
    const api = await fleet.serve(UNHURRIED);
    // Read before: the page waits for no more than its deadline.
    const json = await readSnapshot(api);
    let asked = 0;
    // Whoever asks a second time waits for ever.
    await page.route('**/api/fleet', async (route) => {
      asked += 1;
      if (asked === 1) await route.fulfill({ json });
    });
    await page.goto(`${api.url}${path}`);
    await expect(verdict(page, 'OK')).toBeVisible();
  });
}

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
  const isPast = (path: string) => /history-section-|fleet\/history/.test(path);
  const isBelow = (path: string) =>
    /\/(processes|dependency-table|owner-table|bucket-owners|rollout-panel|late)-/.test(path);
  // There before they are needed: what is printed, and the icon of NO DATA.
  const isInStore = (path: string) => /\/(printed-report|no-data)-/.test(path);
  await expect.poll(() => [...bytes.keys()].filter(isPast).length).toBe(2);
  await expect.poll(() => [...bytes.keys()].filter(isBelow).length).toBe(6);
  await expect.poll(() => [...bytes.keys()].filter(isInStore).length).toBe(2);
  const sumOf = (isCounted: (path: string) => boolean) =>
    [...bytes].filter(([path]) => isCounted(path)).reduce((sum, [, one]) => sum + one, 0);
  const first = sumOf((path) => !isPast(path) && !isBelow(path) && !isInStore(path));
  expect(first).toBeGreaterThan(50_000);
  expect(first).toBeLessThanOrEqual(125_000);
  expect(sumOf(isPast)).toBeLessThanOrEqual(10_000);
  expect(sumOf(isBelow)).toBeLessThanOrEqual(20_000);
  expect(sumOf(isInStore)).toBeLessThanOrEqual(3_000);
});
