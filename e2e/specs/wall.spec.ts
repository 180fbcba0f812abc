import type { Page } from '@playwright/test';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { expectAccessible } from '../harness/axe.ts';
import { expect, test } from '../harness/fleet-test.ts';
import { readSnapshot } from '../harness/read-snapshot.ts';
import { verdict } from '../harness/verdict.ts';
import { auditWall } from '../harness/wall-audit.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

const FITS = { scrolling: [], controls: [], outside: [], small: [] };
const FLEETS = [
  ['4 processes', largeFleet(4).rows, {}],
  ['2,000 processes and over 60 issues', largeFleet(2_000).rows, { BUCKET_TOTAL: '3800' }],
] as const;

for (const [what, rows, env] of FLEETS) {
  for (const scale of ['1', '1.5', '2']) {
    test(`${what} at scale ${scale} fit without scrolling and without a control`, async ({ fleet, page }) => {
      await fleet.show(page, rows, `/fleet?wall=1&scale=${scale}&sound=1&awake=1`, {
        ...env,
        FLEET_ENVIRONMENT: 'production',
      });
      await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible({ timeout: 30_000 });
      const audit = await auditWall(page);
      expect(audit).toMatchObject(FITS);
      expect(audit.least_type_px).toBeGreaterThanOrEqual(24);
      expect(audit.verdict_px).toBeGreaterThanOrEqual(110);
    });
  }
}

/** Makes the API tell of so many long causes. */
async function tellCauses(page: Page, count: number): Promise<void> {
  await page.route('**/api/fleet', async (route) => {
    const response = await route.fetch();
    const snapshot = await response.json();
    const long = (place: number) => `jetmon-${place}: ${'the heartbeat is late and '.repeat(20)}`;
    const [cause] = snapshot.causes;
    snapshot.causes = Array.from({ length: count }, (_, place) => ({
      ...cause,
      headline: long(place),
      steps: [
        {
          text: 'Do one thing after the other. '.repeat(20),
          command: { kind: 'shell', text: 'ls '.repeat(90) },
        },
      ],
    }));
    snapshot.decision.headline = `Do not advance: ${long(0)} (and ${count - 1} more)`;
    snapshot.delivery.posture.message = 'one owner beside another '.repeat(20);
    await route.fulfill({ response, json: snapshot });
  });
}

test('the last hours stand where the causes leave room, and queues have bars', async ({ fleet, page }) => {
  await fleet.show(page, 'delivery-backlog', '/fleet?wall=1');
  await expect(page.getByRole('img', { name: /Status, last 6 hours/ })).toBeVisible();
  await expect(page.locator('.wall-queue-due')).toHaveCount(2);
  expect(await auditWall(page)).toMatchObject(FITS);
  await tellCauses(page, 30);
  await expect(page.getByRole('list', { name: 'Causes' })).toContainText('more');
  await expect(page.getByRole('img', { name: /Status, last 6 hours/ })).toHaveCount(0);
  expect(await auditWall(page)).toMatchObject(FITS);
});

test('60 long causes are cut to the lines that fit, and the rest is counted', async ({ fleet, page }) => {
  await fleet.load('stale-host');
  const api = await fleet.serve();
  await tellCauses(page, 60);
  for (const scale of ['1', '1.5', '2']) {
    await page.goto(`${api.url}/fleet?wall=1&scale=${scale}`);
    const causes = page.getByRole('list', { name: 'Causes' });
    await expect(causes).toContainText(/\+ \d+ more/);
    const shown = (await causes.getByRole('listitem').count()) - 1;
    await expect(causes).toContainText(`+ ${60 - shown} more`);
    await expect(page.locator('.wall-headline')).toContainText('Do not advance: jetmon-0');
    expect(await auditWall(page)).toMatchObject(FITS);
  }
});

for (const [width, height] of [
  [1280, 720],
  [1366, 768],
  [3840, 2160],
  [1080, 1920],
] as const) {
  test(`a screen of ${width} × ${height} scrolls no more than a full-HD one`, async ({ fleet, page }) => {
    await page.setViewportSize({ width, height });
    await fleet.show(page, 'large', '/fleet?wall=1');
    await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible();
    expect(await auditWall(page)).toMatchObject({ scrolling: [], controls: [], small: [] });
  });
}

for (const scale of ['1', '1.5']) {
  test(`on a screen on its side at scale ${scale} no word of the verdict is cut off`, async ({
    fleet,
    page,
  }) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await fleet.load('pinned-rollout');
    const api = await fleet.serve({ FLEET_ENVIRONMENT: 'production' });
    const isCut = () =>
      page.evaluate(
        `[...document.querySelectorAll('.wall-verdict, .wall-headline')].some((text) => text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 2)`,
      );
    await page.goto(`${api.url}/fleet?wall=1&scale=${scale}`);
    await expect(page.getByRole('heading', { name: 'AMBER', exact: true })).toBeVisible();
    expect(await isCut()).toBe(false);
    await page.route('**/api/fleet', (route) => route.abort());
    await expect(verdict(page, 'NO DATA')).toBeVisible({
      timeout: 35_000,
    });
    expect(await isCut()).toBe(false);
  });
}

for (const scenario of ['stale-host', 'delivery-backlog', 'dynamic-healthy']) {
  test(`the wall says of ${scenario} what the API says, word for word`, async ({ fleet, page }) => {
    const api = await fleet.show(page, scenario, '/fleet?wall=1');
    const { decision, causes } = await readSnapshot(api);
    await expect(page.locator('.wall-headline')).toHaveText(decision.headline);
    await expect(page.getByRole('list', { name: 'Causes' }).locator('.wall-line')).toHaveText(
      causes.map((cause) => cause.headline),
    );
    await expect(page.locator('.verdict-reason')).toContainText(causes[0]?.steps[0]?.text ?? decision.detail);
  });
}

test('what the address asks wrongly is left at its default', async ({ fleet, page }) => {
  await fleet.show(
    page,
    'dynamic-healthy',
    '/fleet?wall=1&scale=huge&theme=pink&sound=loud&awake=always&wall=1',
  );
  await expect(verdict(page, 'OK')).toBeVisible();
  const audit = await auditWall(page);
  expect(audit).toMatchObject(FITS);
  expect(audit.least_type_px).toBe(24);
  await expect(page.getByRole('list', { name: 'Sound and screen' })).toHaveCount(0);
});

for (const theme of ['dark', 'light'] as const) {
  test(`theme=${theme} holds against the system's, on the wall and on the page`, async ({ fleet, page }) => {
    await page.emulateMedia({ colorScheme: theme === 'dark' ? 'light' : 'dark' });
    await fleet.load('stale-host');
    const api = await fleet.serve();
    const ground = theme === 'dark' ? 'rgb(13, 17, 20)' : 'rgb(242, 245, 247)';
    for (const query of ['?wall=1&', '?']) {
      await page.goto(`${api.url}/fleet${query}theme=${theme}`);
      await expect(page.getByRole('heading', { name: 'RED', exact: true })).toBeVisible();
      await expect(page.locator('html')).toHaveCSS('background-color', ground);
    }
  });
}

for (const scenario of ['pinned-rollout', 'stale-host', 'overlap', 'delivery-backlog', 'empty']) {
  test(`the wall has no accessibility violation in either theme: ${scenario}`, async ({ fleet, page }) => {
    await fleet.show(page, scenario, '/fleet?wall=1&sound=1');
    await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible();
    await expectAccessible(page);
  });
}
