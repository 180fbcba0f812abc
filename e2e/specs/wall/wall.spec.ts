/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { expectAccessible, SCENARIOS_FOR_AXE } from '../../harness/axe.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { readSnapshot } from '../../harness/read-snapshot.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';
import { auditWall } from '../../harness/wall-audit.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

const FITS = { scrolling: [], controls: [], outside: [], small: [] };
/** The page waits 4 s for its first answer: what a busy machine takes to read 2,000 processes is over by then. */
const READ_BEFORE = { ...UNHURRIED, FLEET_CACHE_TTL_MS: '5000' };
const FLEETS = [
  ['4 processes', largeFleet(4).rows, {}],
  ['2,000 processes and over 60 issues', largeFleet(2_000).rows, { BUCKET_TOTAL: '3800' }],
] as const;

for (const [what, rows, env] of FLEETS) {
  for (const scale of ['1', '1.5', '2']) {
    test(`${what} at scale ${scale} fit without scrolling and without a control`, async ({ fleet, page }) => {
      await fleet.load(rows);
      const api = await fleet.serve({ ...env, ...READ_BEFORE, FLEET_ENVIRONMENT: 'production' });
      await readSnapshot(api);
      await page.goto(`${api.url}/fleet?wall=1&scale=${scale}&sound=1&awake=1`);
      await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible();
      const audit = await auditWall(page);
      expect(audit).toMatchObject(FITS);
      expect(audit.least_type_px).toBeGreaterThanOrEqual(24);
      expect(audit.verdict_px).toBeGreaterThanOrEqual(110);
    });
  }
}

/** The size of the type of each kind of text in card and tiles, by its class. */
function typeSizes(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll('.wall-card [class], .wall-tile [class]')];
    const seen = texts.filter((element) => element.checkVisibility());
    return Object.fromEntries(
      seen.map((element) => [
        element.getAttribute('class'),
        Number.parseFloat(getComputedStyle(element).fontSize),
      ]),
    );
  });
}

/** Makes the API tell of so many long causes. */
async function tellCauses(page: Page, count: number): Promise<void> {
  await page.route('**/api/fleet', async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
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
    // The first one stands in the card.
    await expect(async () => {
      const told = await causes.getByRole('listitem').count();
      await expect(causes).toContainText(`+ ${60 - told} more`, { timeout: 1_000 });
    }).toPass();
    await expect(page.locator('.wall-headline')).toContainText('Do not advance: jetmon-0');
    await expect(page.locator('.wall-headline')).toBeVisible();
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
    const api = await fleet.show(page, scenario, '/fleet?wall=1', UNHURRIED);
    const { decision, causes } = await readSnapshot(api);
    const [first, ...others] = causes;
    const step = first?.steps[0];
    await expect(page.locator('.wall-headline')).toHaveText(decision.headline);
    await expect(page.locator('.verdict-reason')).toHaveText(first?.headline ?? decision.detail);
    await expect(page.locator('.wall-step-text')).toHaveText(step === undefined ? [] : [step.text]);
    await expect(page.getByRole('list', { name: 'Causes' }).locator('.wall-line')).toHaveText(
      others.map((cause) => cause.headline),
    );
  });
}

const NEVER_LEFT_OUT = [
  'wall-verdict',
  'verdict-reason',
  'wall-step-text',
  'wall-command',
  'wall-tile-name',
  'wall-tile-value',
];

test('a larger scale makes everything larger, the numbers of the tiles in full', async ({ fleet, page }) => {
  await fleet.load('stale-host');
  const api = await fleet.serve();
  const sizes = async (scale: string) => {
    await page.goto(`${api.url}/fleet?wall=1&scale=${scale}`);
    await expect(page.locator('.wall-tile').first()).toBeVisible();
    return typeSizes(page);
  };
  const one = await sizes('1');
  for (const scale of [1.5, 2]) {
    const larger = await sizes(String(scale));
    const kinds = Object.keys(larger).filter((kind) => kind in one);
    expect(kinds).toEqual(expect.arrayContaining(NEVER_LEFT_OUT));
    for (const kind of kinds) expect(larger[kind], kind).toBeGreaterThan(one[kind] ?? 0);
    expect(larger['wall-tile-name']).toBeCloseTo(24 * scale);
  }
});

test('tiles are alike in size, whatever stands in them', async ({ fleet, page }) => {
  await fleet.show(page, 'verifliers-incomplete', '/fleet?wall=1');
  await expect(page.locator('.wall-tile')).toHaveCount(8);
  const boxes = await Promise.all((await page.locator('.wall-tile').all()).map((tile) => tile.boundingBox()));
  const rounded = boxes.map((box) => `${Math.round(box?.width ?? 0)} × ${Math.round(box?.height ?? 0)}`);
  expect(new Set(rounded).size).toBe(1);
});

for (const key of ['Escape', 'w']) {
  test(`${key} leads from the wall to the page, w back again, and the address keeps all else`, async ({
    fleet,
    page,
  }) => {
    await fleet.show(page, 'stale-host', '/fleet?wall=1&theme=light&filter=host:jetmon-b');
    await expect(page.locator('.wall-tile').first()).toBeVisible();
    await page.keyboard.press(key);
    await expect(page).toHaveURL(/\/fleet\?theme=light&filter=host:jetmon-b$/);
    await expect(page.getByRole('region', { name: 'Processes' })).toBeVisible();
    await expect(verdict(page, 'RED')).toBeVisible();
    await page.keyboard.press('w');
    await expect(page).toHaveURL(/\?theme=light&filter=host:jetmon-b&wall=1$/);
    await expect(page.locator('.wall-tile').first()).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('region', { name: 'Processes' })).toBeVisible();
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

for (const scenario of SCENARIOS_FOR_AXE) {
  test(`the wall has no accessibility violation in either theme: ${scenario}`, async ({ fleet, page }) => {
    await fleet.show(page, scenario, '/fleet?wall=1&sound=1');
    await expect(page.getByRole('list', { name: 'The fleet in numbers' })).toBeVisible();
    await expectAccessible(page);
  });
}
