import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../harness/fleet-test.ts';
import { readSnapshot } from '../harness/read-snapshot.ts';

const FACES = new Map([
  ['advance', '● OK'],
  ['advance_as_planned', '◆ As planned'],
  ['hold', '▲ AMBER'],
  ['stop', '✕ RED'],
]);

for (const { name, description } of SCENARIOS) {
  test(`${name}: the page says what the API decides, in its words (${description})`, async ({
    fleet,
    page,
  }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    const api = await fleet.show(page, name);
    const { decision, causes } = await readSnapshot(api);
    const face = FACES.get(decision.code) ?? 'no such decision';
    await expect(page.locator('.verdict-word')).toHaveText(face);
    await expect(page.locator('.verdict-headline')).toHaveText(decision.headline);
    await expect(page).toHaveTitle(`${face} · Jetmon Fleet · ${decision.headline}`);
    await expect(page.locator('.cause-headline')).toHaveCount(Math.min(causes.length, 6));
    await expect(page.locator('.next-steps')).toContainText(
      causes.slice(0, 1).map(({ steps }) => steps[0]?.text ?? ''),
    );
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
  await says('amber', /^▲ AMBER · /);
  await fleet.load('stale-host');
  await says('red', /^✕ RED · /);
  await page.route('**/api/fleet', (route) => route.abort());
  await says('no-data', /^\? NO DATA · /);
});
