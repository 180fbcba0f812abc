import { expect, test } from '../../harness/fleet-test.ts';

test('an unknown path is a 404 problem, never the page', async ({ fleet, page }) => {
  const api = await fleet.serve();
  const response = await page.goto(`${api.url}/fleet/nope`);
  expect(response?.status()).toBe(404);
  await expect(page.getByRole('heading')).toHaveCount(0);
});

test('the bare address leads to the page', async ({ fleet, page }) => {
  await fleet.load('pinned-rollout');
  const api = await fleet.serve();
  await page.goto(api.url);
  await expect(page).toHaveURL(`${api.url}/fleet`);
  await expect(page.getByRole('heading', { name: 'Fleet dashboard' })).toBeVisible();
});

test('assets are kept for good, the page is not', async ({ fleet, page }) => {
  const api = await fleet.serve();
  const cached = new Map<string, string | undefined>();
  page.on('response', (response) =>
    cached.set(new URL(response.url()).pathname, response.headers()['cache-control']),
  );
  await page.goto(`${api.url}/fleet`);
  await page.waitForLoadState('load');
  expect(cached.get('/fleet')).toBe('no-store');
  const assets = [...cached].filter(([path]) => path.startsWith('/fleet/assets/'));
  expect(assets.length).toBeGreaterThan(1);
  for (const [, policy] of assets) expect(policy).toContain('immutable');
});
