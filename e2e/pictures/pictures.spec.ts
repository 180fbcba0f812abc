import { fileURLToPath } from 'node:url';
import { expect, test } from '../harness/fleet-test.ts';

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url));

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 360, height: 780 };
const WALL = { width: 1920, height: 1080 };

const PICTURES = [
  ['pinned-rollout', 'pinned-rollout', '/fleet?theme=dark', DESK],
  ['coverage-gap-light', 'coverage-gap', '/fleet?theme=light', DESK],
  ['large', 'large', '/fleet?theme=dark', DESK],
  ['phone', 'stale-host', '/fleet?theme=dark', PHONE],
  ['phone-light', 'overlap', '/fleet?theme=light', PHONE],
  ['wall', 'stale-host', '/fleet?wall=1&theme=dark', WALL],
  ['wall-light', 'delivery-backlog', '/fleet?wall=1&theme=light', WALL],
] as const;

for (const [picture, scenario, path, viewport] of PICTURES) {
  test(`${picture}.png: ${scenario}`, async ({ fleet, page }) => {
    await page.setViewportSize(viewport);
    await fleet.show(page, scenario, path, { FLEET_ENVIRONMENT: 'production' });
    await expect(page.locator('[data-view="live"]')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: `${IMAGES}${picture}.png` });
  });
}

test('wall-no-data.png: the API is gone', async ({ fleet, page }) => {
  await page.setViewportSize(WALL);
  const api = await fleet.show(page, 'dynamic-healthy', '/fleet?wall=1&theme=dark');
  await expect(page.locator('[data-view="live"]')).toBeVisible();
  await api.kill();
  await expect(page.locator('[data-view="noData"]')).toBeVisible();
  await page.screenshot({ path: `${IMAGES}wall-no-data.png` });
});
