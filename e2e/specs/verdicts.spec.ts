import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../harness/fleet-test.ts';

const WORDS = { green: 'OK', amber: 'AMBER', red: 'RED' };

for (const { name, description, expected } of SCENARIOS) {
  test(`${name}: the page says ${WORDS[expected.status]} (${description})`, async ({ fleet, page }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await fleet.show(page, name);
    await expect(page.getByRole('heading', { name: WORDS[expected.status], exact: true })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(WORDS[expected.status]));
    await expect(page.locator(`[data-action="${expected.nextActionCode}"]`)).toBeVisible();
    expect(problems).toEqual([]);
  });
}

test('title and icon tell each of the five states', async ({ fleet, page }) => {
  const api = await fleet.serve();
  const icon = page.locator('link[rel="icon"]');
  const says = async (name: string, title: RegExp) => {
    await expect(page).toHaveTitle(title);
    await expect(icon).toHaveAttribute('href', new RegExp(`/${name}-[^/]*\\.svg$`));
    const href = (await icon.getAttribute('href')) ?? '';
    expect((await fetch(new URL(href, api.url))).headers.get('content-type')).toContain('image/svg');
  };
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await fleet.load('dynamic-healthy');
  await page.route('**/api/fleet', async (route) => {
    await asked;
    await route.continue();
  });
  await page.goto(`${api.url}/fleet`);
  await says('loading', /^… /);
  answer();
  await says('ok', /^● OK · /);
  await fleet.load('pinned-rollout');
  await says('amber', /^▲ AMBER · 1 issue · /);
  await fleet.load('stale-host');
  await says('red', /^✕ RED · 2 issues · /);
  await page.route('**/api/fleet', (route) => route.abort());
  await says('no-data', /^\? NO DATA · /);
});
