import type { Page } from '@playwright/test';
import { ALL_OPEN } from '../../harness/all-open.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { readSnapshot } from '../../harness/read-snapshot.ts';

const panel = (page: Page, name: string) => page.getByRole('region', { name });

test('a pinned rollout looks as in the worked example', async ({ fleet, page }) => {
  await fleet.show(page, 'pinned-rollout', ALL_OPEN);

  await expect(page.getByRole('heading', { name: 'AMBER' })).toBeVisible();
  await expect(panel(page, 'Causes')).toContainText(
    'bucket coverage: monitor process snapshots report pinned bucket ranges; dynamic jetmon_hosts coverage is not active',
  );
  await expect(panel(page, 'Processes')).toContainText('4 processes: 1 deliverer, 3 monitors · 0 stale');
  await expect(panel(page, 'Delivery ownership')).toContainText("deliveries are jetmon-deliverer-1's alone", {
    ignoreCase: true,
  });
  const queues = panel(page, 'Delivery queues');
  await expect(queues.getByRole('row', { name: 'webhook' })).toContainText('42 delivered');
  await expect(queues.getByRole('row', { name: 'alert' })).toContainText('18 delivered');
  await expect(panel(page, 'Bucket owners').getByRole('img')).toBeVisible();
  const processes = panel(page, 'Processes').getByRole('row');
  await expect(processes.nth(1)).toContainText('jetmon-a:monitor');
  await expect(processes.nth(1)).toContainText('0–333');
  await expect(processes.nth(4)).toContainText('jetmon-deliverer-1:deliverer');
  await expect(panel(page, 'Dependencies').getByRole('row', { name: 'mysql' })).toContainText('4');
});

test('nothing due shows no oldest-due age', async ({ fleet, page }) => {
  await fleet.show(page, 'pinned-rollout');
  await expect(panel(page, 'Delivery queues').getByRole('row', { name: 'webhook' })).toContainText('—');
  await expect(panel(page, 'Delivery queues')).not.toContainText('0s');
});

test('processes with a dashboard of their own link to it, others do not', async ({ fleet, page }) => {
  await fleet.show(page, 'pinned-rollout', ALL_OPEN, {
    HOST_DASHBOARD_URL: 'https://{host}.example:{port}/host',
    HOST_DASHBOARD_HOME: 'https://hosts.example/',
  });
  await expect(page.getByRole('link', { name: 'Host dashboard of jetmon-a:monitor' })).toHaveAttribute(
    'href',
    'https://jetmon-a.example:8080/host',
  );
  await expect(
    page.getByRole('link', { name: 'Host dashboard of jetmon-deliverer-1:deliverer' }),
  ).toHaveCount(0);
  await expect(page.getByRole('banner').getByRole('link', { name: 'Host dashboard' })).toHaveAttribute(
    'href',
    'https://hosts.example/',
  );
});

test('without a configured home the header has no link', async ({ fleet, page }) => {
  await fleet.show(page, 'pinned-rollout');
  await expect(panel(page, 'Processes')).toContainText('jetmon-a');
  await expect(page.getByRole('banner').getByRole('link')).toHaveCount(0);
});

test('an empty fleet says so in every panel', async ({ fleet, page }) => {
  await fleet.show(page, 'empty');
  await expect(page.getByRole('heading', { name: 'AMBER' })).toBeVisible();
  await expect(panel(page, 'Causes')).toContainText('no process has reported its health');
  await expect(panel(page, 'Processes')).toContainText(/no process/i);
  await expect(panel(page, 'Dependencies')).toContainText('No process reports dependencies');
  await expect(panel(page, 'Bucket owners')).toContainText(/gap|no dynamic/i);
});

test('many issues are told as their few causes, each of them under one', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'large');
  const panelOfCauses = panel(page, 'Causes');
  // Read anew until both are whole.
  await expect(async () => {
    const { causes, summary } = await readSnapshot(api);
    expect(causes.length).toBeLessThan(summary.issues.length);
    // The first one stands open at the head of the card.
    await expect(panelOfCauses.locator('.cause')).toHaveCount(causes.length - 1, { timeout: 8_000 });
    await expect(panelOfCauses.locator('.cause-issues > li')).toHaveCount(summary.issues.length, {
      timeout: 8_000,
    });
  }).toPass();
  await panelOfCauses.locator('.cause').last().locator('.cause-head').click();
  await panelOfCauses
    .getByText(/^Explains/)
    .last()
    .click();
  await expect(panelOfCauses.locator('.cause-issues > li').last()).toBeVisible();
});

test('a section that cannot be read is red and has dashes; the others go on', async ({ fleet, page }) => {
  await fleet.load('pinned-rollout');
  const api = await fleet.serve();
  await fleet.admin('RENAME TABLE jetmon_webhook_deliveries TO gone');
  await page.goto(`${api.url}/fleet`);
  await expect(page.getByRole('heading', { name: 'RED' })).toBeVisible();
  const queues = panel(page, 'Delivery queues');
  await expect(queues).toContainText('webhook deliveries could not be read');
  await expect(queues.getByRole('row', { name: 'alert' })).toContainText('18 delivered');
  await expect(panel(page, 'Processes')).toContainText('jetmon-a');
});
