import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expectAccessible, SCENARIOS_FOR_AXE } from '../harness/axe.ts';
import { expect, test } from '../harness/fleet-test.ts';
import { verdict } from '../harness/verdict.ts';

for (const scenario of SCENARIOS_FOR_AXE) {
  test(`${scenario} has no accessibility violation in either theme`, async ({ fleet, page }) => {
    await fleet.show(page, scenario);
    await expect(page.getByRole('region', { name: 'Processes' })).not.toHaveAttribute('aria-busy', 'true');
    await expectAccessible(page);
  });
}

test('NO DATA has no accessibility violation in either theme', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'stale-host');
  await expect(page.getByRole('heading', { name: 'RED' })).toBeVisible();
  await api.kill();
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expectAccessible(page);
});

test('a phone shows every scenario without scrolling sideways', async ({ fleet, page }) => {
  test.slow(true, 'the page is opened once for each scenario');
  await page.setViewportSize({ width: 360, height: 800 });
  const api = await fleet.serve({ FLEET_ENVIRONMENT: 'production' });
  // The API that is open reads a database of the first age.
  for (const { name, build } of SCENARIOS) {
    if (build().is_later) continue;
    await fleet.load(name);
    await page.goto(`${api.url}/fleet`);
    await expect(page.getByRole('region', { name: 'Processes' })).not.toHaveAttribute('aria-busy', 'true');
    const overflow = await page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(overflow, name).toBe(0);
  }
});

test('nothing moves for those who asked for less motion', async ({ fleet, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await fleet.load('stale-host');
  const api = await fleet.serve();
  for (const query of ['', '?wall=1']) {
    await page.goto(`${api.url}/fleet${query}`);
    await expect(page.getByRole('heading', { name: 'RED', exact: true })).toBeVisible();
    const moving = await page.evaluate(
      `[...document.querySelectorAll('*')].map((element) => getComputedStyle(element))
        .filter(({ animationName, transitionDuration }) => animationName !== 'none' || Number.parseFloat(transitionDuration) > 0)
        .length`,
    );
    expect(moving).toBe(0);
  }
});
