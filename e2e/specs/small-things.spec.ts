/// <reference lib="dom" />
import { fleetAnswer } from '../harness/fleet-answer.ts';
import { expect, test } from '../harness/fleet-test.ts';
import { verdict } from '../harness/verdict.ts';

const LONG = `dial tcp: ${'x'.repeat(60_000)}`;

for (const [device, viewport, mostPx] of [
  ['desktop', { width: 1440, height: 900 }, 6_000],
  ['phone', { width: 390, height: 844 }, 12_000],
] as const) {
  test(`on a ${device} an error of 60,000 characters takes three lines, and a click shows the whole`, async ({
    fleet,
    page,
  }) => {
    await page.setViewportSize(viewport);
    await fleet.load('dependency-red');
    const { url } = await fleet.serve();
    const snapshot = await (await fleetAnswer(url)).json();
    for (const dependency of snapshot.dependencies) if (dependency.last_error) dependency.last_error = LONG;
    await page.route('**/api/fleet', (route) => route.fulfill({ json: snapshot }));
    await page.goto(`${url}/fleet#dependencies`);
    const button = page.getByRole('button', { name: 'Show all 60,010 characters' }).first();
    await expect(button).toBeVisible();
    const heightPx = () => page.evaluate(() => document.documentElement.scrollHeight);
    expect(await heightPx()).toBeLessThan(mostPx);
    await button.click();
    await expect(page.getByText(LONG)).toBeVisible();
  });
}

test('the first key leads past the head of the page', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the sections' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#sections')).toBeFocused();
});

test('no box takes the focus that does not scroll', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  const still = page.locator('section[tabindex="0"], div[tabindex="0"]:not([role])');
  await expect
    .poll(() =>
      still.evaluateAll((boxes) =>
        boxes
          .filter((box) => box.scrollHeight <= box.clientHeight && box.scrollWidth <= box.clientWidth)
          .map((box) => box.getAttribute('aria-label')),
      ),
    )
    .toEqual([]);
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('nobody is told of a key that is not there', async ({ fleet, page }) => {
    await fleet.show(page, 'stale-host', '/fleet?p=jetmon-b:monitor');
    await expect(page.getByRole('button', { name: /^Close/ })).toBeVisible();
    await expect(page.getByText('Esc', { exact: true })).toBeHidden();
  });
});
