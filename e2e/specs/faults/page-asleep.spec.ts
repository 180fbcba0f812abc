import { fleetAnswer } from '../../harness/fleet-answer.ts';
import { FleetInTime, HANGING } from '../../harness/fleet-in-time.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { expectHealed, openHealthy } from '../../harness/healthy-in-time.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';

const HOUR_MS = 3_600_000;

// A trace would draw the page at each of its seconds.
test.use({ trace: 'off' });

for (const [what, sleep] of [
  ['stood still', (inTime: FleetInTime) => inTime.jump(HOUR_MS)],
  ['went on', (inTime: FleetInTime) => inTime.page.clock.fastForward(HOUR_MS)],
] as const) {
  test(`a laptop that wakes after an hour in which the clock of elapsed time ${what}: NO DATA within a second, an hour old, then it heals alone`, async ({
    fleet,
    page,
  }) => {
    const inTime = await openHealthy(fleet, page);
    // The network is back later than the screen.
    inTime.answering = HANGING;
    await sleep(inTime);
    await inTime.pass(1);
    await expect(verdict(page, 'NO DATA')).toBeVisible();
    await expect(page.getByText(/last good: GREEN, 1h( 0m)? ago/)).toBeVisible();
    await expect(page.getByTestId('data-age')).toHaveText(/^old data, read 1h/);
    await inTime.pass(8);
    await expectHealed(inTime, 20);
    await expect(page.getByTestId('data-age')).toHaveText(/^data read [0-5]s ago$/);
    expect((await inTime.requests()).most).toBe(1);
  });
}

test('an answer that was on its way when the laptop fell asleep is not taken for the present an hour later', async ({
  fleet,
  page,
}) => {
  const inTime = await openHealthy(fleet, page);
  const { made } = await inTime.requests();
  inTime.answering = HANGING;
  while ((await inTime.requests()).made === made) await inTime.pass(1);
  await inTime.jump(HOUR_MS);
  await inTime.release();
  await inTime.pass(1);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expectHealed(inTime, 6);
});

test('a browser whose clock is an hour ahead or behind shows the same verdict and the same ages', async ({
  fleet,
  browser,
}) => {
  await fleet.load('dynamic-healthy');
  const { url } = await fleet.serve(UNHURRIED);
  // However long the browsers take to open.
  const snapshot = await (await fleetAnswer(url)).json();
  const history = await (await fetch(`${url}/api/fleet/history`)).json();
  const shown = await Promise.all(
    [0, HOUR_MS, -HOUR_MS].map(async (clockOffMs) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      // The past is not held back as the snapshot is, and the page's deadline passes in the page's own time.
      await page.route('**/api/fleet/history*', (route) => route.fulfill({ json: history }));
      const inTime = await FleetInTime.open(page, url, { clockOffMs, snapshot });
      await inTime.pass(12);
      const words = [await page.title(), await page.locator('main').textContent()];
      const age = await page.getByTestId('data-age').textContent();
      await context.close();
      return [...words, age];
    }),
  );
  const [right, ahead, behind] = shown;
  expect(right?.[0]).toContain('OK');
  expect(ahead).toEqual(right);
  expect(behind).toEqual(right);
});

test('a clock that is set back an hour makes old data no younger', async ({ fleet, page }) => {
  const inTime = await openHealthy(fleet, page);
  inTime.answering = HANGING;
  await inTime.pass(20);
  await inTime.jump(-HOUR_MS);
  await inTime.pass(20);
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expect(page.getByText(/last good: GREEN, 4[0-5]s ago/)).toBeVisible();
});
