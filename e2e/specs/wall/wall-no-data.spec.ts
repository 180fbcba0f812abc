/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { expectAccessibleNow } from '../../harness/axe.ts';
import { HANGING, WELL } from '../../harness/fleet-in-time.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { openHealthy } from '../../harness/healthy-in-time.ts';
import { verdict } from '../../harness/verdict.ts';
import { auditWall } from '../../harness/wall-audit.ts';

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
    await expect(page.locator('.wall-card')).toHaveCSS('border-style', 'dashed');
    expect(await page.locator('#root').textContent()).not.toMatch(/\bOK\b/);
    expect(await greenElements(page)).toEqual([]);
    await expect(page.getByText(/last good: GREEN/)).toBeVisible();
    expect(await auditWall(page)).toMatchObject({ scrolling: [], controls: [], outside: [], small: [] });
    await expectAccessibleNow(page);

    await api.start();
    await expect(ok).toBeVisible();
    await expect(page).toHaveTitle(/^● OK/);
  });
}

test('red comes at once and leaves after two good snapshots', async ({ fleet, page }) => {
  const inTime = await openHealthy(fleet, page, '/fleet?wall=1');
  const untilAnswered = async () => {
    const { made } = await inTime.requests();
    while ((await inTime.requests()).made === made) await inTime.pass(1);
    expect((await inTime.requests()).made).toBe(made + 1);
  };
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('● OK');

  inTime.answering = (route, well) => {
    const snapshot = well();
    return route.fulfill({ json: { ...snapshot, decision: { ...snapshot.decision, code: 'stop' } } });
  };
  await untilAnswered();
  await expect(heading).toHaveText('✕ RED');
  await expect(page).toHaveTitle(/^✕ RED/);

  inTime.answering = WELL;
  await untilAnswered();
  await expect(page.getByText('Recovering: OK at the next good snapshot').first()).toBeVisible();
  await expect(heading).toHaveText('✕ RED');
  await expect(page).toHaveTitle(/^✕ RED/);
  await untilAnswered();
  await expect(heading).toHaveText('● OK');
});

test('the clock and the age of the data move by themselves', async ({ fleet, page }) => {
  const inTime = await openHealthy(fleet, page, '/fleet?wall=1');
  const clock = page.locator('.wall-time time');
  await expect(clock).toHaveText(/^\d\d:\d\d:\d\d$/);
  const before = (await clock.textContent()) ?? '';
  inTime.answering = HANGING;
  // The last answer was at most 5 s ago.
  await inTime.pass(4);
  await expect(clock).not.toHaveText(before);
  await expect(page.getByTestId('data-age')).toContainText(/data [4-9]s old/);
});
