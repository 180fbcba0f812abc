import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../harness/axe.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';

const time = (page: Page): Locator => page.getByRole('region', { name: 'Time' });
const instant = (page: Page): Locator => time(page).getByRole('slider', { name: /Instant/ });
const incidents = (page: Page): Locator => time(page).getByRole('list', { name: 'What changed' });

test('an incident leads to its cause while that stands, and tells what it was when it is over', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'dynamic-healthy', '/fleet?open=history', UNHURRIED);
  await expect(time(page)).toContainText('Nothing has changed');
  await fleet.load('stale-host');
  const incident = incidents(page).getByRole('listitem').filter({ hasText: 'process stale' });
  await expect(incident).toContainText('jetmon-b');
  await incident.getByRole('link', { name: /its cause/ }).click();
  await expect(page.getByText('systemctl status jetmon2').first()).toBeInViewport();
  await fleet.load('dynamic-healthy');
  await expect(incident.getByRole('link', { name: /its cause/ })).toHaveCount(0);
  await expect(incident).toContainText('jetmon-b');
  await expectAccessible(page, ['#history']);
});

test('keys and pointer read every lane at one instant, and Enter or a click keeps it', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'stale-host', '/fleet', UNHURRIED);
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /processes .*1 stale, RED$/);
  await instant(page).press('Home');
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /UTC: not watched$/);
  await instant(page).press('Enter');
  await expect(time(page)).toContainText(/Nothing that is told of stood at .* UTC|Nothing has changed/);
  await expectAccessible(page, ['#history']);
  await instant(page).press('Escape');
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /RED$/);
  await instant(page).hover({ position: { x: 5, y: 20 } });
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /not watched$/);
  await page.mouse.move(0, 0);
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /RED$/);
  await instant(page).click({ position: { x: 5, y: 20 } });
  await page.mouse.move(0, 0);
  await expect(instant(page)).toHaveAttribute('aria-valuetext', /not watched$/);
});
