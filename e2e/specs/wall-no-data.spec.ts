/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expectAccessibleNow } from '../harness/axe.ts';
import { expect, test } from '../harness/fleet-test.ts';
import { verdict } from '../harness/verdict.ts';
import { auditWall } from '../harness/wall-audit.ts';

test.use({ viewport: { width: 1920, height: 1080 } });

/** Elements that are painted in a saturated green: hue within 90°–170°. */
function greenElements(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isGreen = (colour: string) => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
      return alpha > 0 && green - Math.max(red, blue) > 12;
    };
    return [...document.querySelectorAll('*')]
      .filter((element) => {
        const { color, backgroundColor, borderTopColor, fill, stroke } = getComputedStyle(element);
        return [color, backgroundColor, borderTopColor, fill, stroke].some(isGreen);
      })
      .map((element) => `${element.tagName} ${element.getAttribute('class') ?? ''}`);
  });
}

for (const theme of ['dark', 'light'] as const) {
  test(`NO DATA within 30 s of the API's death, no green and no OK left, and it heals alone: ${theme}`, async ({
    fleet,
    page,
  }) => {
    test.setTimeout(90_000);
    const api = await fleet.show(page, 'dynamic-healthy', `/fleet?wall=1&theme=${theme}`);
    const ok = verdict(page, 'OK');
    await expect(ok).toBeVisible();
    expect(await greenElements(page)).not.toEqual([]);

    await api.kill();
    const noData = verdict(page, 'NO DATA');
    await expect(noData).toBeVisible({ timeout: 30_000 });
    await expect(page).toHaveTitle(/^\? NO DATA/);
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /no-data/);
    const violet = theme === 'dark' ? 'rgb(189, 168, 255)' : 'rgb(90, 60, 184)';
    await expect(noData).toHaveCSS('color', violet);
    await expect(page.locator('.wall-banner')).toHaveCSS('border-style', 'dashed');
    expect(await page.locator('#root').textContent()).not.toMatch(/\bOK\b/);
    expect(await greenElements(page)).toEqual([]);
    await expect(page.getByText(/last good: GREEN/)).toBeVisible();
    expect(await auditWall(page)).toMatchObject({ scrolling: [], controls: [], outside: [], small: [] });
    await expectAccessibleNow(page);

    await api.start();
    await expect(ok).toBeVisible({ timeout: 25_000 });
    await expect(page).toHaveTitle(/^● OK/);
  });
}

test('red comes at once and leaves after two good snapshots', async ({ fleet, page }) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve();
  let code = 'advance';
  let answers = 0;
  await page.route('**/api/fleet', async (route) => {
    const response = await route.fetch();
    const snapshot = await response.json();
    snapshot.decision.code = code;
    answers += 1;
    await route.fulfill({ response, json: snapshot });
  });
  const verdict = page.getByRole('heading', { level: 1 });
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(verdict).toHaveText('● OK');

  code = 'stop';
  const beforeRed = answers;
  await expect(verdict).toHaveText('✕ RED');
  expect(answers).toBe(beforeRed + 1);
  await expect(page).toHaveTitle(/^✕ RED/);

  code = 'advance';
  const beforeGood = answers;
  await expect(page.getByText('Recovering: OK at the next good snapshot').first()).toBeVisible();
  await expect(verdict).toHaveText('✕ RED');
  await expect(page).toHaveTitle(/^✕ RED/);
  expect(answers).toBe(beforeGood + 1);
  await expect(verdict).toHaveText('● OK');
  expect(answers).toBe(beforeGood + 2);
});

test('the clock and the age of the data move by themselves', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy', '/fleet?wall=1');
  const clock = page.locator('.wall-time time');
  await expect(clock).toHaveText(/^\d\d:\d\d:\d\d$/);
  const before = (await clock.textContent()) ?? '';
  await page.route('**/api/fleet', () => {});
  await expect(clock).not.toHaveText(before);
  await expect(page.getByTestId('data-age')).toContainText(/data [3-9]s old/);
});
