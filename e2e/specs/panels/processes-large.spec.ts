import type { Page } from '@playwright/test';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { expectAccessible } from '../../harness/axe.ts';
import { fleetAnswer } from '../../harness/fleet-answer.ts';
import { expect, type FleetUnderTest, test } from '../../harness/fleet-test.ts';
import {
  details,
  filterBox,
  poll,
  row,
  rowHeights,
  rows,
  STALE_PROCESS,
  scrollTable,
  table,
  tableScroll,
} from '../../harness/process-table.ts';
import { rememberRows, rowsRenderedSince } from '../../harness/rendered-rows.ts';
import { touchedByTick } from '../../harness/touched-by-tick.ts';

// A trace copies the whole page at every step, which takes longer than what is tested here.
test.use({ trace: 'off' });

/** What a busy machine takes to make a large snapshot is not the matter here, nor that no heartbeat comes meanwhile. */
const PATIENT = { FLEET_REQUEST_TIMEOUT_MS: '60000', FLEET_HEARTBEAT_LATE_SEC: '86400' };

/** The page of 2,000 processes, once it shows them. */
async function showLarge(fleet: FleetUnderTest, page: Page, path = '/fleet'): Promise<void> {
  await fleet.load(largeFleet(2000).rows);
  const api = await fleet.serve(PATIENT);
  await (await fleetAnswer(api.url)).arrayBuffer();
  await page.goto(`${api.url}${path}`);
  await expect(rows(page).first()).toBeVisible({ timeout: 60_000 });
}

test('folds the healthy behind one row and draws the rows in view alone', async ({ fleet, page }) => {
  await showLarge(fleet, page);
  await expect(rows(page).first()).toContainText('STALE');
  await expect(table(page)).toHaveAttribute('aria-rowcount', '69');

  await scrollTable(page, 1_000_000);
  await page.getByRole('button', { name: '1,933 healthy: show' }).click();
  await expect(page).toHaveURL(/[?&]healthy=1/);
  await expect(table(page)).toHaveAttribute('aria-rowcount', '2002');
  await scrollTable(page, 40000);
  await expect(row(page, STALE_PROCESS)).toHaveCount(0);
  expect(await rows(page).count()).toBeLessThanOrEqual(60);
  expect(await rowHeights(page)).toEqual([48]);
});

test('scroll position, focus, marked text and an open panel survive ten polls', async ({ fleet, page }) => {
  test.setTimeout(180_000);
  await showLarge(fleet, page, '/fleet?healthy=1');
  await scrollTable(page, 30000);
  const opener = rows(page).nth(14).locator('.process-name');
  const name = (await opener.textContent()) ?? '';
  await opener.click();
  await expect(details(page, name)).toBeVisible();
  await expect(details(page, name)).toBeFocused();
  const top = await tableScroll(page);
  expect(top).toBeGreaterThan(20_000);
  await details(page, name).getByText('Raw JSON').click();
  await expect(page.locator('.details-json pre')).toBeVisible();
  await page.evaluate(`getSelection().selectAllChildren(document.querySelector('.details-json pre'))`);
  const marked = await page.evaluate('getSelection().toString()');
  expect(marked).toContain(name);
  const focused = 'document.activeElement.outerHTML.slice(0, 60)';
  const held = await page.evaluate(focused);

  for (let times = 0; times < 10; times++) await poll(page);

  expect(await tableScroll(page)).toBe(top);
  expect(await page.evaluate(focused)).toBe(held);
  expect(await page.evaluate('getSelection().toString()')).toBe(marked);
  await expect(details(page, name)).toBeVisible();
  // Even when its row has been scrolled out of sight, closing gives the focus back to it.
  await scrollTable(page, 0);
  await page.keyboard.press('Escape');
  await expect(details(page, name)).toHaveCount(0);
  await expect(page.getByRole('link', { name, exact: true })).toBeFocused();
});

test('a poll with nothing new renders no row again, and one with a changed process that row alone', async ({
  fleet,
  page,
}) => {
  await fleet.load(largeFleet(2000).rows);
  const api = await fleet.serve(PATIENT);
  const snapshot = await (await fleetAnswer(api.url)).json();
  let polls = 0;
  await page.route('**/api/fleet', (route) => {
    polls += 1;
    const generated_at = new Date(Date.parse(snapshot.generated_at) + 1_000 * polls).toISOString();
    return route.fulfill({ json: { ...snapshot, generated_at } });
  });
  await page.goto(`${api.url}/fleet?healthy=1`);
  await expect(row(page, STALE_PROCESS)).toBeVisible();
  expect(await rememberRows(page)).toBeGreaterThan(10);
  await poll(page);
  await poll(page);
  expect(await rowsRenderedSince(page)).toEqual([]);

  const stale = snapshot.processes.find(
    ({ process_id }: { process_id: string }) => process_id === STALE_PROCESS,
  );
  stale.version = '9.9.9';
  await poll(page);
  await expect(row(page, STALE_PROCESS)).toContainText('9.9.9');
  expect(await rowsRenderedSince(page)).toEqual([STALE_PROCESS]);
});

test('a second that passes writes the ages in view and touches nothing else', async ({ fleet, page }) => {
  await showLarge(fleet, page, '/fleet?healthy=1');
  await expect(row(page, STALE_PROCESS)).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByText('PAUSED')).toBeVisible();
  // A request that was under way may still be answered.
  await expect(async () => {
    const { touched, ages } = await touchedByTick(page);
    expect(new Set(touched)).toEqual(new Set(['time.age']));
    expect(touched.length).toBeLessThanOrEqual(ages);
    expect(ages).toBeLessThanOrEqual(120);
  }).toPass();
});

test('a filter finds its matches and says how many', async ({ fleet, page }) => {
  await showLarge(fleet, page);
  await page.keyboard.press('/');
  await expect(filterBox(page)).toBeFocused();
  await page.keyboard.type('bucket:499 type:monitor');
  await expect(page.getByText('matches 1 of 2,000')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(page).toHaveURL(/filter=bucket:499\+type:monitor/);
  await filterBox(page).fill('region:eu');
  await expect(page.getByText('“region:” is no key')).toBeVisible();
  await expect(page.getByText('No process matches')).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('button', { name: '20 red' }).click();
  await expect(page.getByText('matches 20 of 2,000')).toBeVisible();
  await page.getByRole('button', { name: '15 stale' }).click();
  await expect(page.getByText('matches 35 of 2,000')).toBeVisible();
  await expect(page).toHaveURL(/health=red,stale/);
});

test('a large fleet with an open panel has no accessibility violation in either theme', async ({
  fleet,
  page,
}) => {
  await fleet.load(largeFleet(301).rows);
  // The owners' table is not what is looked at here, and long.
  await fleet.admin('DELETE FROM jetmon_hosts');
  const api = await fleet.serve(PATIENT);
  await page.goto(`${api.url}/fleet?health=stale,red,amber&p=${STALE_PROCESS}`);
  await details(page).getByText('Raw JSON').click();
  await page.keyboard.press('p');
  await expect(page.getByText('PAUSED')).toBeVisible();
  await expectAccessible(page, ['#processes', '.page-header']);
});
