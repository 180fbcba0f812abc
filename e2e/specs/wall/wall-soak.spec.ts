/// <reference lib="dom" />
import type { CDPSession, Page } from '@playwright/test';
import { fleetAnswer } from '../../harness/fleet-answer.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { startTimeLapse } from '../../harness/time-lapse.ts';

const WARM_UP_POLLS = 300;
const FACTOR = 500;
const POLLS_TO_REST = 20;
const MOST_GROWTH_BYTES = 5 * 1024 * 1024;

// Painting takes most of the time and keeps nothing.
test.use({ viewport: { width: 320, height: 180 } });

async function usage(page: Page, session: CDPSession) {
  for (let round = 0; round < 5; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
  return { usedSize, jsEventListeners, nodes, ...(await page.evaluate(() => timers())) };
}

/** Asked from outside: a wait inside the page would use its hastened timers. */
const pastPolls = (page: Page, polls: number) =>
  expect
    .poll(() => page.evaluate(() => timers().polls), { timeout: 0, intervals: [200] })
    .toBeGreaterThanOrEqual(polls);

/** What the page keeps while its answers are the same and its time stands still: what passes does not count then. */
async function usageAtRest(page: Page, session: CDPSession) {
  await page.evaluate(() => holdAnswers(true));
  await pastPolls(page, (await page.evaluate(() => timers().polls)) + POLLS_TO_REST);
  await page.evaluate(() => holdTimers(true));
  const found = await usage(page, session);
  await page.evaluate(() => {
    holdTimers(false);
    holdAnswers(false);
  });
  return found;
}

/** Enough to see a leak; FLEET_SOAK_POLLS=10000 watches for as long as a day's wall. */
const SOAK_POLLS = Number(process.env.FLEET_SOAK_POLLS ?? 1_000);

for (const [what, query, polls] of [
  ['wall', '?wall=1&sound=1&awake=1', SOAK_POLLS],
  ['page', '', SOAK_POLLS / 2],
] as const) {
  test(`${polls} polls leave the ${what} as small as it was`, async ({ fleet, page }) => {
    test.setTimeout(600_000);
    await fleet.load('dynamic-healthy');
    const api = await fleet.serve();
    const snapshot = await (await fleetAnswer(api.url)).text();
    await page.addInitScript(startTimeLapse, { factor: FACTOR, snapshot });
    // Its ten seconds are over in this time before the page has begun: it would load it anew.
    await page.route('**/start-guard.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(`${api.url}/fleet${query}`);

    const session = await page.context().newCDPSession(page);
    await pastPolls(page, WARM_UP_POLLS);
    const before = await usageAtRest(page, session);
    await pastPolls(page, before.polls + polls);
    const after = await usageAtRest(page, session);

    test.info().annotations.push({ type: 'usage', description: JSON.stringify({ before, after }) });
    expect(after.usedSize - before.usedSize).toBeLessThan(MOST_GROWTH_BYTES);
    expect(after.intervals).toBe(before.intervals);
    expect(Math.abs(after.timeouts - before.timeouts)).toBeLessThanOrEqual(5);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(20);
    expect(after.nodes - before.nodes).toBeLessThan(2_000);
  });
}
