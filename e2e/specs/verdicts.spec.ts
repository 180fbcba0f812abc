import { SCENARIOS } from 'fleet-lab/scenarios/scenarios';
import { expect, test } from '../harness/fleet-test.ts';

const WORDS = { green: 'OK', amber: 'AMBER', red: 'RED' };

for (const { name, description, expected } of SCENARIOS) {
  test(`${name}: the page says ${WORDS[expected.status]} (${description})`, async ({ fleet, page }) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(error.message));
    await fleet.load(name);
    const api = await fleet.serve();
    await page.goto(`${api.url}/fleet`);
    await expect(page.getByRole('heading', { name: WORDS[expected.status], exact: true })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(WORDS[expected.status]));
    await expect(page.locator(`[data-action="${expected.nextActionCode}"]`)).toBeVisible();
    expect(problems).toEqual([]);
  });
}
