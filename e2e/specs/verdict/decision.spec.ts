import type { Page } from '@playwright/test';
import { ALL_OPEN } from '../../harness/all-open.ts';
import { expectAccessible } from '../../harness/axe.ts';
import { fleetAnswer } from '../../harness/fleet-answer.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { readSnapshot } from '../../harness/read-snapshot.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';
import { writePlan } from '../../harness/write-plan.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const checks = (page: Page) => panel(page, 'Rollout checklist').getByRole('listitem');

const QUESTIONS = [
  'Heartbeats',
  'Buckets',
  'Site checks',
  'Drift',
  'Queues',
  'Delivery owner',
  'Dependencies',
];
const WORDS = new Map([
  ['green', 'OK'],
  ['amber', 'AMBER'],
  ['red', 'RED'],
  ['unknown', 'UNKNOWN'],
]);

for (const scenario of ['dynamic-healthy', 'coverage-gap', 'delivery-backlog', 'dependency-red', 'empty']) {
  test(`the checklist of ${scenario} has its fixed order, and the API's answers word for word`, async ({
    fleet,
    page,
  }) => {
    const api = await fleet.show(page, scenario, '/fleet', UNHURRIED);
    const { checklist } = await readSnapshot(api);
    const rows = QUESTIONS.map((question, place) => {
      const { status = '', brief = '' } = checklist[place] ?? {};
      return `${question}${WORDS.get(status)}${brief}`;
    });
    await expect(checks(page)).toContainText(rows);
    for (const [place, { fact }] of checklist.entries())
      await expect(checks(page).nth(place).getByRole('link')).toHaveAccessibleDescription(fact);
  });
}

test('a question that cannot be answered looks neither well nor quiet', async ({ fleet, page }) => {
  await fleet.show(page, 'empty');
  const answer = checks(page).filter({ hasText: 'Dependencies' }).getByRole('link');
  await expect(answer).toHaveText(/^\?DependenciesUNKNOWN/);
  await expect(answer).toHaveCSS('border-style', 'dashed');
});

test('pinned ownership during a pinned rollout is told as planned, and calmly', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'pinned-rollout', '/fleet', { FLEET_EXPECTED_OWNERSHIP: 'pinned' });
  await expect(verdict(page, 'As planned')).toBeVisible();
  await expect(page).toHaveTitle(/^◆ As planned · /);
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', /as-planned/);
  await expect(checks(page).filter({ hasText: 'Buckets' })).toContainText('As planned');
  await expect(panel(page, 'Causes')).toContainText('As planned');
  await expect(page.getByRole('main')).not.toContainText('AMBER');
  await expect(page.locator('.first-cause')).toHaveCount(0);
  await expectAccessible(page, ['.verdict', '#checklist', '#causes', '#buckets']);
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(verdict(page, 'As planned')).toBeVisible();
  await expectAccessible(page);
});

test('what is muted by plan is told with who and why, and what is retired is calm', async ({
  fleet,
  page,
}) => {
  const muted = {
    code: 'process_amber',
    until: new Date(Date.now() + 3_600_000),
    reason: 'new disk',
    by: 'anna',
  };
  const plan = { retired: ['jetmon-old'], muted: [muted] };
  await fleet.load('retired-host');
  await fleet.admin("UPDATE jetmon_process_health SET health_status = 'amber' WHERE host_id = 'jetmon-b'");
  const api = await fleet.serve(await writePlan(test.info().outputPath('plan.json'), plan));
  await page.goto(`${api.url}${ALL_OPEN}`);
  await expect(verdict(page, 'Muted')).toBeVisible();
  await expect(page).toHaveTitle(/^◇ Muted · /);
  await expect(page.locator('.verdict-headline')).toHaveText('Safe to continue: 1 known issue muted');
  await expect(panel(page, 'Causes')).toContainText(
    /muted by anna until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC: new disk/,
  );
  const mark = checks(page).filter({ hasText: 'Heartbeats' });
  await expect(mark).toContainText('muted');
  await expect(mark.getByRole('link')).toHaveAccessibleDescription(/muted by anna/);
  const row = page.locator('tr[data-process="jetmon-old:monitor"]');
  await expect(row).toContainText('Retired');
  await expect(row).not.toContainText(/silent|STALE|limit/);
  await expectAccessible(page, ['.verdict', '#checklist', '#causes', '#processes']);
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(page.locator('.wall-cause')).toContainText('muted by anna');
  await expectAccessible(page);
});

test('the page says which fleet it is, in its verdict and its title', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy', '/fleet', { FLEET_ENVIRONMENT: 'production' });
  await expect(page.getByRole('region', { name: 'OK' })).toContainText('production');
  await expect(page).toHaveTitle(/production/);
});

test('fleet, data age and the server that answered stay in sight while the page is scrolled', async ({
  fleet,
  page,
}) => {
  await fleet.load('stale-host');
  const api = await fleet.serve({ FLEET_ENVIRONMENT: 'production' });
  const { served_by } = await readSnapshot(api);
  await page.goto(`${api.url}/fleet`);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  const bar = page.getByRole('region', { name: 'RED' });
  await expect(bar.getByText('production')).toBeInViewport();
  await expect(bar.getByText(/^data read \ds ago$/)).toBeInViewport();
  await expect(bar.getByText(`answered by ${served_by.host}`)).toBeInViewport();
});

test('the strip tells of a change of the rows', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy', ALL_OPEN);
  const history = panel(page, 'Time');
  await expect(history.getByRole('img', { name: /OK for/ })).toBeVisible();
  await fleet.load('coverage-gap');
  await expect(history.getByRole('img', { name: /OK for .*RED for/ })).toBeVisible();
});

test('a fleet of hundreds of owners has a grid with every bucket, in few elements', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'large');
  const grid = panel(page, 'Bucket owners').getByRole('img', { name: /^Each cell is 1 bucket/ });
  await expect(grid).toBeVisible();
  await expect(grid).toHaveAccessibleName(/silent owner/);
  expect(await grid.locator('*').count()).toBeLessThan(40);
  await expect(panel(page, 'Bucket owners').getByText('is silent and owns').first()).toBeVisible();
});

test('a fleet of a few owners has no grid', async ({ fleet, page }) => {
  await fleet.show(page, 'coverage-gap');
  await expect(panel(page, 'Bucket owners').getByRole('img')).toHaveCount(1);
});

test('a queue that nobody works on says so, and its trend once it has been watched', async ({
  fleet,
  page,
}) => {
  await fleet.load('delivery-backlog');
  const api = await fleet.serve(UNHURRIED);
  const snapshot = await (await fleetAnswer(api.url)).json();
  const webhook = snapshot.delivery.tables.find(({ kind }: { kind: string }) => kind === 'webhook');
  await page.clock.install();
  await page.route('**/api/fleet', async (route) => {
    const generated_at = new Date(await page.evaluate(() => Date.now())).toISOString();
    await route.fulfill({ json: { ...snapshot, generated_at } });
  });
  await page.goto(`${api.url}/fleet`);
  const queue = panel(page, 'Delivery queues').getByRole('row', { name: 'webhook' });
  await expect(queue).toContainText('collecting');
  await expect(queue).toContainText('no fresh worker');
  // The past is there before the page's time jumps beyond its deadline.
  await expect(panel(page, 'Time')).toContainText('webhook due');
  const text = '↓ 11/min, about 4 min left';
  webhook.trend = { code: 'draining', due_per_min: -11, empty_in_sec: 240, text };
  await page.clock.runFor(5_000);
  await expect(queue).toContainText(text);
  await expect(panel(page, 'Time').locator('.lane-expected')).toHaveText(text);
});

test('the owner table shows a host whose workers are switched off', async ({ fleet, page }) => {
  await fleet.show(page, 'delivery-backlog');
  const row = panel(page, 'Delivery ownership').getByRole('row', { name: 'jetmon-deliverer-1' });
  await expect(row.getByRole('cell')).toHaveText(['no', 'jetmon-deliverer-1', 'yes']);
});

const WITH_STATEMENTS = [
  'stale-host',
  'coverage-gap',
  'drift',
  'delivery-failures',
  'delivery-backlog',
  'owner-unset',
  'mid-rollout',
];

for (const scenario of WITH_STATEMENTS) {
  test(`the steps of ${scenario} are the API's, and their statements run`, async ({ fleet, page }) => {
    const api = await fleet.show(page, scenario, '/fleet', UNHURRIED);
    const { causes } = await readSnapshot(api);
    const steps = panel(page, 'Causes').locator('.step');
    await expect(steps).toContainText(causes.flatMap((cause) => cause.steps.map(({ text }) => text)));
    const statements = await steps.locator('.statement code').allTextContents();
    expect(statements.length).toBeGreaterThan(0);
    for (const sql of statements) await fleet.admin(sql);
  });
}

test('the statement is copied, without a clipboard by the old command, and where both are refused it is selected', async ({
  fleet,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fleet.show(page, 'stale-host');
  await page.getByRole('button', { name: 'Copy systemctl status jetmon2' }).first().click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe('systemctl status jetmon2');

  const copy = panel(page, 'Causes').getByRole('button', { name: /^Copy SQL/ });
  await copy.click();
  await expect(() =>
    expect(page.evaluate('navigator.clipboard.readText()')).resolves.toContain('FROM jetmon_process_health'),
  ).toPass();

  await page.evaluate("clipboard = navigator.clipboard, clipboard.writeText('something else')");
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await copy.click();
  await expect(() =>
    expect(page.evaluate('clipboard.readText()')).resolves.toContain('FROM jetmon_process_health'),
  ).toPass();

  await page.evaluate('document.execCommand = () => false');
  await panel(page, 'Causes').locator('.statement summary').click();
  await copy.click();
  await expect(page.getByText('Selected: press Ctrl+C')).toBeVisible();
  expect(await page.evaluate('getSelection().toString()')).toContain('FROM jetmon_process_health');
});

for (const scenario of ['large', 'coverage-gap', 'delivery-backlog']) {
  test(`${scenario} with its statement open has no accessibility violation in either theme`, async ({
    fleet,
    page,
  }) => {
    test.slow(scenario === 'large', 'hundreds of rows are judged for contrast one by one');
    await fleet.show(page, scenario);
    await panel(page, 'Causes').locator('.statement summary').first().click();
    await expectAccessible(page, [
      '.verdict',
      '#checklist',
      '#causes',
      '#buckets',
      '#queues',
      '#ranges',
      '#ownership',
    ]);
  });
}
