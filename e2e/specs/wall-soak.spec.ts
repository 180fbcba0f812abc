/// <reference lib="dom" />
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../harness/fleet-test.ts';
import { startTimeLapse } from '../harness/time-lapse.ts';

const WARM_UP_POLLS = 300;
const FACTOR = 500;
const LOOKS = 8;
const POLLS_BETWEEN_LOOKS = 5;
const MOST_GROWTH_BYTES = 5 * 1024 * 1024;

// Painting takes most of the time and keeps nothing.
test.use({ viewport: { width: 320, height: 180 } });

async function usage(page: Page, session: CDPSession) {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { jsEventListeners, nodes } = await session.send('Memory.getDOMCounters');
  return { usedSize, jsEventListeners, nodes, ...(await page.evaluate(() => timers())) };
}

/** Asked from outside: a wait inside the page would use its hastened timers. */
const pastPolls = (page: Page, polls: number) =>
  expect
    .poll(() => page.evaluate(() => timers().polls), { timeout: 0, intervals: [200] })
    .toBeGreaterThanOrEqual(polls);

/** What is on screen differs from poll to poll; the least of some polls is what the page keeps at any rate. */
async function leastUsage(page: Page, session: CDPSession) {
  let least = await usage(page, session);
  let { polls } = least;
  for (let look = 1; look < LOOKS; look++) {
    await pastPolls(page, polls + POLLS_BETWEEN_LOOKS);
    const found = await usage(page, session);
    polls = found.polls;
    least = {
      usedSize: Math.min(least.usedSize, found.usedSize),
      jsEventListeners: Math.min(least.jsEventListeners, found.jsEventListeners),
      nodes: Math.min(least.nodes, found.nodes),
      intervals: Math.min(least.intervals, found.intervals),
      timeouts: Math.min(least.timeouts, found.timeouts),
      polls,
    };
  }
  return least;
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
    const snapshot = await (await fetch(`${api.url}/api/fleet`)).text();
    await page.addInitScript(startTimeLapse, { factor: FACTOR, snapshot });
    // Its ten seconds are over in this time before the page has begun: it would load it anew.
    await page.route('**/start-guard.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: '' }),
    );
    await page.goto(`${api.url}/fleet${query}`);

    const session = await page.context().newCDPSession(page);
    await pastPolls(page, WARM_UP_POLLS);
    const before = await leastUsage(page, session);
    await pastPolls(page, before.polls + polls);
    const after = await leastUsage(page, session);

    test.info().annotations.push({ type: 'usage', description: JSON.stringify({ before, after }) });
    expect(after.usedSize - before.usedSize).toBeLessThan(MOST_GROWTH_BYTES);
    expect(after.intervals).toBe(before.intervals);
    expect(Math.abs(after.timeouts - before.timeouts)).toBeLessThanOrEqual(5);
    expect(after.jsEventListeners - before.jsEventListeners).toBeLessThan(50);
    expect(after.nodes - before.nodes).toBeLessThan(2_000);
  });
}
