import { AxeBuilder } from '@axe-core/playwright';
import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../harness/fleet-test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['dark', 'light'] as const) {
  for (const scenario of ['pinned-rollout', 'stale-host', 'overlap', 'delivery-backlog', 'empty']) {
    test(`${scenario} in ${colorScheme} has no accessibility violation`, async ({ fleet, page }) => {
      await page.emulateMedia({ colorScheme });
      await fleet.load(scenario);
      const api = await fleet.serve();
      await page.goto(`${api.url}/fleet`);
      await expect(page.getByRole('region', { name: 'Processes' })).not.toHaveAttribute('aria-busy', 'true');
      const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
    });
  }

  test(`NO DATA in ${colorScheme} has no accessibility violation`, async ({ fleet, page }) => {
    await page.emulateMedia({ colorScheme });
    await fleet.load('stale-host');
    const api = await fleet.serve();
    await page.goto(`${api.url}/fleet`);
    await expect(page.getByRole('heading', { name: 'RED' })).toBeVisible();
    await api.kill();
    await expect(page.getByRole('heading', { name: 'NO DATA' })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
  });
}

test('a phone shows every scenario without scrolling sideways', async ({ fleet, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  test.setTimeout(120_000);
  const api = await fleet.serve({ FLEET_ENVIRONMENT: 'production' });
  for (const { name } of SCENARIOS) {
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
