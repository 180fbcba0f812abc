import type { Page } from '@playwright/test';
import { expectAccessible } from '../harness/axe.ts';
import { expect, test } from '../harness/fleet-test.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name });
const checks = (page: Page) => panel(page, 'Rollout checklist').getByRole('listitem');

const CHECKLISTS = [
  ['dynamic-healthy', ['OK', 'OK', 'OK', 'OK', 'OK', 'OK']],
  ['coverage-gap', ['OK', 'RED', 'OK', 'OK', 'OK', 'OK']],
  ['delivery-backlog', ['OK', 'OK', 'OK', 'AMBER', 'AMBER', 'OK']],
] as const;

const QUESTIONS = [
  'Heartbeats',
  'Bucket coverage',
  'Projection drift',
  'Delivery queues',
  'Delivery owner',
  'Dependencies',
];

for (const [scenario, states] of CHECKLISTS) {
  test(`the checklist of ${scenario} has its fixed order and the right states`, async ({ fleet, page }) => {
    await fleet.show(page, scenario);
    await expect(checks(page)).toHaveCount(QUESTIONS.length);
    await expect(checks(page)).toContainText(
      QUESTIONS.map((question, place) => `${states[place]}${question}`),
    );
  });
}

test('pinned ownership during a pinned rollout is told as planned', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'pinned-rollout', '/fleet', { FLEET_EXPECTED_OWNERSHIP: 'pinned' });
  await expect(page.getByText('Safe to continue: pinned as planned').first()).toBeVisible();
  await expect(checks(page).filter({ hasText: 'Bucket coverage' })).toContainText('as planned');
  await expect(panel(page, 'Issues')).toContainText('as planned');
  await page.goto(`${api.url}/fleet?wall=1`);
  await expect(page.getByRole('heading', { name: '1 as planned' })).toBeVisible();
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
  const { served_by } = await (await fetch(`${api.url}/api/fleet`)).json();
  await page.goto(`${api.url}/fleet`);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  const verdict = page.getByRole('region', { name: 'RED' });
  await expect(verdict.getByText('production')).toBeInViewport();
  await expect(verdict.getByText(/^data read \ds ago$/)).toBeInViewport();
  await expect(verdict.getByText(`answered by ${served_by.host}`)).toBeInViewport();
});

test('the strip tells of a change of the rows', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy');
  const history = panel(page, 'Last 6 hours');
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
  await expect(grid).toHaveAccessibleName(/stale owner/);
  expect(await grid.locator('*').count()).toBeLessThan(40);
  await expect(panel(page, 'Bucket owners').getByText('is stale and owns').first()).toBeVisible();
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
  const api = await fleet.serve();
  const snapshot = await (await fetch(`${api.url}/api/fleet`)).json();
  const webhook = snapshot.delivery.tables.find(({ kind }: { kind: string }) => kind === 'webhook');
  await page.clock.install();
  await page.route('**/api/fleet', async (route) => {
    webhook.pending -= 1;
    webhook.due_now -= 1;
    const generated_at = new Date(await page.evaluate(() => Date.now())).toISOString();
    await route.fulfill({ json: { ...snapshot, generated_at } });
  });
  await page.goto(`${api.url}/fleet`);
  const queue = panel(page, 'Delivery queues').getByRole('row', { name: 'webhook' });
  await expect(queue).toContainText('collecting');
  await expect(queue).toContainText('no fresh worker');
  const trendAfterPoll = async () => {
    await page.clock.runFor(5_000);
    return queue.textContent();
  };
  await expect
    .poll(trendAfterPoll, { intervals: [50] })
    .toMatch(/↓ 1[0-2]\/min, (about \d+|under 1) min left/);
});

test('the owner table shows a host whose workers are switched off', async ({ fleet, page }) => {
  await fleet.show(page, 'delivery-backlog');
  const row = panel(page, 'Delivery ownership').getByRole('row', { name: 'jetmon-deliverer-1' });
  await expect(row.getByRole('cell')).toHaveText(['no', 'jetmon-deliverer-1', 'yes']);
});

const LOOKED_CLOSER = [
  ['stale-host', '#processes'],
  ['coverage-gap', '#buckets'],
  ['drift', '#issues'],
  ['delivery-failures', '#queues'],
  ['delivery-backlog', '#queues'],
  ['owner-unset', '#ownership'],
  ['mid-rollout', '#buckets'],
] as const;

for (const [scenario, href] of LOOKED_CLOSER) {
  test(`the next action of ${scenario} leads to its rows, and to a statement that runs`, async ({
    fleet,
    page,
  }) => {
    await fleet.show(page, scenario);
    await page.getByText('SQL to look closer').click();
    const sql = await panel(page, 'read-only SQL').textContent();
    await fleet.admin(sql ?? '');
    const link = page.getByRole('link', { name: /^See / });
    await expect(link).toHaveAttribute('href', href);
    await link.click();
    await expect(page.locator(href)).toBeInViewport();
  });
}

test('the statement is copied, without a clipboard by the old command, and where both are refused it is selected', async ({
  fleet,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await fleet.show(page, 'stale-host');
  await page.getByText('SQL to look closer').click();
  const copy = page.getByRole('button', { name: 'Copy read-only SQL' });
  await copy.click();
  await expect(page.getByText('Copied')).toBeVisible();
  expect(await page.evaluate('navigator.clipboard.readText()')).toContain('FROM jetmon_process_health');

  await page.evaluate("clipboard = navigator.clipboard, clipboard.writeText('something else')");
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await copy.click();
  await expect(() =>
    expect(page.evaluate('clipboard.readText()')).resolves.toContain('FROM jetmon_process_health'),
  ).toPass();

  await page.evaluate('document.execCommand = () => false');
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
    await page.getByText('SQL to look closer').click();
    await expectAccessible(page, ['.verdict', '#checklist', '#buckets', '#queues', '#ownership']);
  });
}
