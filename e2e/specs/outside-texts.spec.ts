/// <reference lib="dom" />
import type { Page } from '@playwright/test';
import { fleetAnswer } from '../harness/fleet-answer.ts';
import { expect, test } from '../harness/fleet-test.ts';

/** Reverses what follows, and cannot be seen itself. */
const UNSEEN = '\u202e\u200b';
/** Instants, and words that lists of the contract give a meaning. */
const OF_CONTRACT = /^(\d{4}-\d\d-\d\dT.*Z|[a-z_]+)$/;

/** The value with something unseen at the end of each text that is free. */
function withUnseen(value: unknown): unknown {
  if (typeof value === 'string') return OF_CONTRACT.test(value) ? value : `${value}${UNSEEN}`;
  if (Array.isArray(value)) return value.map(withUnseen);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, withUnseen(held)]));
}

/** Every text and attribute of the page that people read or hear. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const read = ['title', 'aria-label', 'aria-description', 'aria-valuetext', 'placeholder', 'alt'];
    const texts = [document.title];
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of read) texts.push(element.getAttribute(name) ?? '');
      const isLaidOut = element.closest('pre, code') !== null;
      for (const { nodeType, nodeValue } of element.childNodes)
        if (nodeType === Node.TEXT_NODE && nodeValue !== null)
          texts.push(isLaidOut ? nodeValue.replaceAll('\n', '') : nodeValue);
    }
    return texts;
  });

const unseenIn = (texts: readonly string[]) =>
  texts.filter((text) => text.includes(UNSEEN.charAt(0)) || text.includes(UNSEEN.charAt(1)));

const SCENARIOS = [
  'stale-host',
  'verifliers-incomplete',
  'api-session-stalled',
  'plan-member-missing',
  'overlap',
];

for (const scenario of SCENARIOS) {
  test(`${scenario}: nothing on the page is unseen, whatever the names and errors hold`, async ({
    fleet,
    page,
  }) => {
    await fleet.load(scenario);
    const { url } = await fleet.serve();
    const json = withUnseen(await (await fleetAnswer(url)).json());
    await page.route('**/api/fleet', (route) => route.fulfill({ json }));
    await page.goto(`${url}/fleet?open=processes`);
    const opener = page.locator('[data-opens]').first();
    await expect(opener).toContainText('\\u202e');
    await opener.click();
    await page.getByText('Raw JSON').click();
    await expect(page.getByRole('dialog').locator('pre')).toContainText('\\u202e');
    expect(unseenIn(await textsOf(page))).toEqual([]);
    await page.goto(`${url}/fleet?wall=1`);
    await expect(page.getByText('\\u202e').first()).toBeVisible();
    expect(unseenIn(await textsOf(page))).toEqual([]);
  });
}
