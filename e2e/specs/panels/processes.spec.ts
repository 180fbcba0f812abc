import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { ALL_OPEN } from '../../harness/all-open.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { openHealthy } from '../../harness/healthy-in-time.ts';
import {
  details,
  filterBox,
  poll,
  row,
  rowHeights,
  rows,
  STALE_PROCESS,
} from '../../harness/process-table.ts';
import { verdict } from '../../harness/verdict.ts';

test('the order is held while the pointer is in the table, until it is let go', async ({ fleet, page }) => {
  await fleet.show(page, largeFleet(40).rows);
  const first = (await rows(page).first().getAttribute('data-process')) ?? '';
  const last = (await rows(page).last().getAttribute('data-process')) ?? '';
  // What comes late would move the rows.
  await expect(page.getByText('Loading…')).toHaveCount(0);
  await row(page, first).getByText('running').hover();
  await fleet.admin(
    `UPDATE jetmon_process_health SET health_status = 'red' WHERE process_id IN ('${last}', 'nobody')`,
  );
  await poll(page);
  await expect(row(page, last)).toContainText('RED');
  await expect(rows(page).last()).toHaveAttribute('data-process', last);
  await page.getByText('1 row changed place').getByRole('button', { name: 'Apply' }).click();
  await expect(rows(page).nth(1)).toHaveAttribute('data-process', last);

  await fleet.admin(`DELETE FROM jetmon_process_health WHERE process_id = '${first}'`);
  await poll(page);
  await expect(row(page, first)).toContainText('no longer in the snapshot');
  await page.mouse.move(5, 5);
  await expect(row(page, first)).toHaveCount(0);
});

test('twelve processes have no controls, thirteen have', async ({ fleet, page }) => {
  const api = await fleet.show(page, largeFleet(12).rows, ALL_OPEN);
  await expect(rows(page)).toHaveCount(12);
  await expect(filterBox(page)).toHaveCount(0);
  await fleet.load(largeFleet(13).rows);
  await page.goto(`${api.url}/fleet`);
  await expect(rows(page)).toHaveCount(13);
  await expect(filterBox(page)).toBeVisible();
});

test('a link leads to the same rows, order and panel, and keeps what it does not know', async ({
  fleet,
  page,
}) => {
  await fleet.show(
    page,
    largeFleet(40).rows,
    '/fleet?team=blue&filter=eu&sort=-process&p=jetmon-eu-018:monitor',
  );
  await expect(details(page, 'jetmon-eu-018:monitor')).toContainText('veriflier:eu');
  await expect(filterBox(page)).toHaveValue('eu');
  await expect(page.getByRole('columnheader', { name: 'Process' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(rows(page).first()).toContainText('jetmon-eu-038');
  await page.getByRole('button', { name: /Close/ }).click();
  await page.getByRole('columnheader', { name: 'Process' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Process' })).not.toHaveAttribute('aria-sort');
  await expect(rows(page).first()).toContainText('RED');
  expect(new URL(page.url()).search).toBe('?team=blue&filter=eu');
});

test('a process that leaves the snapshot stays in its panel, as a past one', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'pinned-rollout', ALL_OPEN);
  await row(page, 'jetmon-a:monitor').getByRole('link', { name: 'jetmon-a:monitor', exact: true }).click();
  const open = details(page, 'jetmon-a:monitor');
  await expect(open).toContainText('OK');
  const dashboard = open.getByRole('link', { name: 'Host dashboard of jetmon-a' });
  await expect(dashboard).toHaveAttribute('href', 'http://jetmon-a:8080/');
  await fleet.admin(`DELETE FROM jetmon_process_health WHERE process_id = 'jetmon-a:monitor'`);
  await poll(page);
  await expect(open).toContainText(/No longer in the snapshot. Last known values, read \d+s ago/);
  await expect(open).toContainText('was green');
  await expect(open).not.toContainText('OK');
  await page.goto(`${api.url}/fleet?p=jetmon-a:monitor`);
  await expect(open).toContainText('This process is not in the snapshot');
});

test('p pauses honestly, r asks once, ? helps, w goes to the wall', async ({ fleet, page }) => {
  const inTime = await openHealthy(fleet, page);
  await page.keyboard.press('?');
  // The help comes late, and is drawn in the page's own time.
  await expect(async () => {
    await inTime.pass(1);
    await expect(page.getByRole('dialog', { name: 'Keyboard and filter' })).toBeVisible({ timeout: 100 });
  }).toPass();
  await page.keyboard.press('p');
  await expect(page.getByText('PAUSED')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Control+p');
  await expect(page.getByText('PAUSED')).toHaveCount(0);
  await page.keyboard.press('p');
  await expect(page.getByText('PAUSED')).toBeVisible();
  const { made } = await inTime.requests();
  await inTime.pass(32);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expect(page.getByText('Polling is paused')).toBeVisible();
  expect((await inTime.requests()).made).toBe(made);
  await page.keyboard.press('r');
  await inTime.pass(1);
  await expect(verdict(page, 'OK')).toBeVisible();
  expect((await inTime.requests()).made).toBe(made + 1);
  await expect(page.getByText('PAUSED')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('PAUSED')).toHaveCount(0);
  await page.keyboard.press('w');
  await expect(page).toHaveURL(/[?&]wall=1/);
});

test('letters typed into the filter are text, and single keys can be switched off', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, largeFleet(40).rows);
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('prw?/');
  await expect(filterBox(page)).toHaveValue('prw?/');
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('checkbox', { name: 'Single keys act as shortcuts' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/dialog=/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('p');
  await page.keyboard.press('?');
  await expect(page.getByText('PAUSED')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('on a phone rows are cards of one height that can be sorted, and the panel takes the whole width', async ({
  fleet,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await fleet.show(page, largeFleet(400).rows);
  await expect(rows(page).first()).toBeVisible();
  expect(await rowHeights(page)).toEqual([140]);
  expect(
    await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
  ).toBe(0);
  await page.getByLabel('Sort').selectOption({ label: 'Heartbeat ↓' });
  await expect(page).toHaveURL(/[?&]sort=-heartbeat/);
  await expect(rows(page).first()).toContainText('jetmon-us-west-302');
  await page.getByLabel('Sort').selectOption({ label: 'worst first' });
  await expect(page).not.toHaveURL(/sort=/);
  await page.getByRole('link', { name: STALE_PROCESS, exact: true }).click();
  expect((await details(page).boundingBox())?.width).toBe(360);
});
