import type { Page } from '@playwright/test';
import { fleetAnswer } from '../../harness/fleet-answer.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { openHealthy } from '../../harness/healthy-in-time.ts';
import { countOpenRequests, passTime } from '../../harness/pass-time.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';

const MINUTE_MS = 60_000;

test.use({ viewport: { width: 1920, height: 1080 } });

/** Counts how often the page was loaded, and says for the API which build it is. */
async function watchLoads(page: Page, url: string) {
  const seen = { loads: 0, build: 'a' };
  page.on('load', () => {
    seen.loads += 1;
  });
  const snapshot = await (await fleetAnswer(url)).json();
  await page.route('**/api/fleet', (route) => {
    const served_by = { ...snapshot.served_by, build_id: seen.build };
    return route.fulfill({ json: { ...snapshot, generated_at: new Date().toISOString(), served_by } });
  });
  return seen;
}

test('a new build loads the wall anew once, and not again for the same build', async ({ fleet, page }) => {
  test.setTimeout(180_000);
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve(UNHURRIED);
  // Six of the up to thirty seconds that a wall waits with a new build.
  await page.addInitScript('Math.random = () => 0.2');
  await countOpenRequests(page);
  await page.clock.install();
  const seen = await watchLoads(page, api.url);
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(verdict(page, 'OK')).toBeVisible();
  expect(seen.loads).toBe(1);

  seen.build = 'b';
  const loadsAfterPoll = async () => {
    await passTime(page, 5);
    return seen.loads;
  };
  await expect.poll(loadsAfterPoll, { timeout: 60_000 }).toBe(2);
  await expect(verdict(page, 'OK')).toBeVisible();
  for (let poll = 0; poll < 8; poll++) await loadsAfterPoll();
  expect(seen.loads).toBe(2);

  // Two builds that serve in turn: the page follows to the other one once, and then stays.
  seen.build = 'a';
  await expect.poll(loadsAfterPoll, { timeout: 60_000 }).toBe(3);
  await expect(verdict(page, 'OK')).toBeVisible();
  for (const build of ['b', 'a']) {
    seen.build = build;
    for (let poll = 0; poll < 8; poll++) await loadsAfterPoll();
  }
  expect(seen.loads).toBe(3);
});

test('15 minutes without success load the wall anew, but never onto an error page', async ({
  fleet,
  page,
}) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve();
  await page.clock.install();
  const seen = await watchLoads(page, api.url);
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(verdict(page, 'OK')).toBeVisible();

  await api.kill();
  await page.unroute('**/api/fleet');
  await page.clock.fastForward(16 * MINUTE_MS);
  await page.clock.runFor(3_000);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  expect(seen.loads).toBe(1);

  // The page is served again, yet the fleet cannot be read.
  await fleet.admin('RENAME TABLE jetmon_process_health TO gone');
  await api.start();
  // The page is served a little after the fleet.
  await page.request.get(`${api.url}/fleet`);
  // The second after that is a real one: the page's time would outrun the answer that it waits for.
  await page.clock.fastForward(2 * MINUTE_MS);
  await expect.poll(() => seen.loads).toBe(2);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
});

test('the page to work with offers the new build and does not load it', async ({ fleet, page }) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve(UNHURRIED);
  const seen = await watchLoads(page, api.url);
  await page.goto(`${api.url}/fleet`);
  await expect(verdict(page, 'OK')).toBeVisible();
  seen.build = 'b';
  await expect(page.getByText('There is a new version of this page')).toBeVisible();
  expect(seen.loads).toBe(1);
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => seen.loads).toBe(2);
});

test('sound and wakefulness say whether they work, and only when asked for', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy', '/fleet?wall=1&sound=1&awake=1');
  const marks = page.getByRole('list', { name: 'Sound and screen' });
  await expect(marks).toContainText(/Sound needs one click|Sound armed/);
  await expect(marks).toContainText(/Screen kept awake|Screen may go dark/);
  await expect(verdict(page, 'OK')).toBeVisible();
  await page.mouse.click(600, 600);
  await expect(marks).toContainText('Sound armed');
});

test('without HTTPS the wall says that it cannot stay awake', async ({ fleet, page }) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve();
  await page.addInitScript('Object.defineProperty(globalThis, "isSecureContext", { value: false })');
  await page.goto(`${api.url}/fleet?wall=1&awake=1`);
  await expect(page.getByText('Keeping awake needs HTTPS')).toBeVisible();
});

test('the cursor goes away when nobody moves it, and comes back', async ({ fleet, page }) => {
  const inTime = await openHealthy(fleet, page, '/fleet?wall=1');
  await page.mouse.move(500, 500);
  const wall = page.locator('.wall');
  await expect(wall).not.toHaveCSS('cursor', 'none');
  await inTime.pass(10);
  await expect(wall).toHaveCSS('cursor', 'none');
  await page.mouse.move(600, 500);
  await expect(wall).not.toHaveCSS('cursor', 'none');
});
