import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../../harness/fleet-test.ts';
import { type ReadSnapshot, snapshotShown } from '../../harness/read-snapshot.ts';
import { scenarioSettings } from '../../harness/scenario-settings.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';

const FACES = new Map([
  ['advance', '● OK'],
  ['advance_as_planned', '◆ As planned'],
  ['hold', '▲ AMBER'],
  ['stop', '✕ RED'],
]);

const SCREENS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const { name, description } of SCENARIOS) {
  test(`${name}: the page says what the API decides, in its words, and who it is and what to do first without scrolling (${description})`, async ({
    fleet,
    page,
  }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    const settings = await scenarioSettings(name, test.info().outputPath());
    // A 503 of a busy machine would be among the problems.
    const api = await fleet.show(page, name, '/fleet', { ...UNHURRIED, ...settings });
    const { decision, causes } = await snapshotShown(api, page.locator('.verdict-headline'));
    const face = FACES.get(decision.code) ?? 'no such decision';
    await expect(page.locator('.verdict-word')).toHaveText(face);
    await expect(page.locator('.verdict-headline')).toHaveText(decision.headline);
    await expect(page).toHaveTitle(`${face} · Jetmon Fleet · ${decision.headline}`);
    await expect(page.locator('.cause-headline')).toHaveCount(Math.min(causes.length, 6));
    const first = causes.find(({ planned, muted }) => !planned && muted === undefined);
    await expect(page.locator('.first-cause')).toHaveCount(first === undefined ? 0 : 1);
    for (const screen of first === undefined ? [] : SCREENS) {
      await page.setViewportSize(screen);
      await expect(page.locator('.verdict, .first-cause').getByText(culpritOf(first)).first()).toBeInViewport(
        { ratio: 1 },
      );
      const step = page.locator('.first-cause .step').first();
      await expect(step).toContainText(first?.steps[0]?.text ?? 'no step');
      await expect(step).toBeInViewport({ ratio: 1 });
    }
    expect(problems).toEqual([]);
  });
}

/** Whom the cause concerns, by the host's name; what the matter is, where it is nobody, or several at once. */
function culpritOf(cause: ReadSnapshot['causes'][number] | undefined): string {
  const { subject, hosts, title } = cause ?? { subject: { kind: '' }, hosts: [], title: 'no cause' };
  const [host, ...others] = ['host', 'process'].includes(subject.kind) ? hosts : [];
  return others.length === 0 ? (host ?? title) : title;
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
