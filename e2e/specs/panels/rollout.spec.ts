import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../harness/axe.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { rows } from '../../harness/process-table.ts';

const rollout = (page: Page): Locator => page.getByRole('region', { name: 'Rollout', exact: true });
const stops = (page: Page): Locator =>
  rollout(page).getByRole('list', { name: 'Hosts of the rollout' }).getByRole('listitem');

test('the rail shows each host where it stands, and a click filters the processes by it, until Back', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'mid-rollout');
  await expect(rollout(page)).toContainText('3 of 6 monitors dynamic; next jetmon-d');
  await expect(stops(page)).toHaveCount(6);
  await expect(rollout(page).locator('[aria-current="step"]')).toContainText('jetmon-d');
  await expectAccessible(page, ['#rollout']);
  await expect(rows(page)).not.toHaveCount(1);
  await stops(page).filter({ hasText: 'jetmon-d' }).getByRole('link').click();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('jetmon-d');
  await expect(page.getByRole('region', { name: 'Processes' })).toBeInViewport();
  await page.goBack();
  await expect(rows(page)).not.toHaveCount(1);
});

test('where nothing is being rolled out the rail is one line, which opens', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy');
  await expect(rollout(page)).toContainText('Nothing is being rolled out · 6 of 6 monitors dynamic');
  await expect(rollout(page).locator('.stops')).toBeHidden();
  await rollout(page).getByRole('button', { name: 'Rollout' }).click();
  await expect(stops(page)).toHaveCount(6);
});

test('hundreds of hosts are a few stops, which open', async ({ fleet, page }) => {
  await fleet.show(page, 'large');
  await expect(stops(page).first()).toBeVisible();
  expect(await stops(page).count()).toBeLessThan(30);
  await expectAccessible(page, ['#rollout']);
});
