import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

/** One of each kind of trouble, in which page and wall are looked at. */
export const SCENARIOS_FOR_AXE = [
  'pinned-rollout',
  'stale-host',
  'overlap',
  'delivery-backlog',
  'verifliers-incomplete',
  'empty',
] as const;

/** Fails with every violation that axe finds in what is drawn now, in the whole page or in `parts` of it. */
export async function expectAccessibleNow(page: Page, parts: readonly string[] = []): Promise<void> {
  // The legacy mode looks into no frame of another origin, of which there is none, and takes half the time.
  const whole = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await parts.reduce((axe, part) => axe.include(part), whole).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
}

/** The same in dark and in light, as the system would have it. */
export async function expectAccessible(page: Page, parts: readonly string[] = []): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await test.step(colorScheme, async () => {
      // Colours on their way from one theme to the other are those of neither.
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await expectAccessibleNow(page, parts);
    });
  }
}
