import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../../harness/axe.ts';
import { draw } from '../../harness/draw.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { details } from '../../harness/process-table.ts';
import { type ReadCode, readCodes } from '../../harness/read-codes.ts';
import { readSnapshot } from '../../harness/read-snapshot.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';

/** Not zero, or the draw never moves. `CODES_SEED` draws the same again. */
const SEED = Number(process.env.CODES_SEED) || 1 + Math.floor(Math.random() * 2_147_483_645);

const dialogOf = (page: Page, code: string): Locator => page.getByRole('dialog', { name: code, exact: true });
const firstStep = (dialog: Locator): Locator =>
  dialog.getByRole('list', { name: 'Steps' }).getByRole('listitem').first();
const causes = (page: Page): Locator => page.getByRole('region', { name: 'Causes' });

/** Opens whatever is folded among the causes. */
async function unfold(page: Page): Promise<void> {
  for (const more of await causes(page)
    .getByRole('button', { name: /^Show \d+ more$/ })
    .all())
    await more.click();
  await page.evaluate(
    'for (const folded of document.querySelectorAll("#causes details")) folded.open = true;',
  );
}

/** The first step of a code is in view, and what is copied from it is its command. */
async function expectFirstStep(page: Page, { code, step_details }: ReadCode): Promise<void> {
  const [told] = step_details;
  const step = firstStep(dialogOf(page, code));
  await expect(step).toContainText(told?.text ?? 'a code has a step');
  await expect(step).toBeInViewport();
  if (told?.command === undefined) return;
  await step.getByRole('button', { name: /^Copy/ }).click();
  await expect(step.getByText('Copied')).toBeVisible();
  expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(told.command.text);
}

for (const [where, viewport] of [
  ['at a desk', { width: 1440, height: 900 }],
  ['on a phone', { width: 390, height: 844 }],
] as const) {
  test(`ten codes drawn at random: from each link to its first step, to be copied, in one click, ${where}`, async ({
    fleet,
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.setViewportSize(viewport);
    const api = await fleet.show(page, 'stale-host', '/fleet?code=');
    const drawn = draw(await readCodes(api), 10, SEED);
    process.stdout.write(`codes drawn with seed ${SEED}: ${drawn.map(({ code }) => code).join(', ')}\n`);
    expect(new Set(drawn).size).toBe(10);
    for (const each of drawn) {
      await test.step(each.code, async () => {
        await dialogOf(page, 'What codes mean').getByRole('link', { name: each.code, exact: true }).click();
        await expect(page).toHaveURL(`${api.url}/fleet?code=${each.code}`);
        await expectFirstStep(page, each);
        const overflow = await page.evaluate(
          'const box = document.querySelector("dialog[open]"); box.scrollWidth - box.clientWidth',
        );
        expect(overflow).toBe(0);
        await page.goBack();
      });
    }
  });
}

for (const scenario of [
  'stale-host',
  'coverage-gap',
  'overlap',
  'delivery-backlog',
  'pinned-rollout',
  'api-half-way',
  'verifliers-incomplete',
  'empty',
]) {
  test(`${scenario}: each issue on the page leads to its own code in one click, and Back returns`, async ({
    fleet,
    page,
  }) => {
    const api = await fleet.show(page, scenario, '/fleet', UNHURRIED);
    const codes = new Map((await readCodes(api)).map((each) => [each.code, each]));
    await expect(causes(page).getByRole('link').first()).toBeVisible();
    await unfold(page);
    const { causes: told, summary } = await readSnapshot(api);
    const expected = told.flatMap(({ issue_refs }) =>
      issue_refs.map((ref) => summary.issue_details[ref]?.code ?? ''),
    );
    const shown = causes(page).locator('.cause-issues > li');
    expect(await shown.locator('.code-handle').allTextContents()).toEqual(expected);
    for (const code of new Set(expected)) {
      await shown.getByRole('link', { name: code, exact: true }).first().click();
      const dialog = dialogOf(page, code);
      await expect(dialog).toContainText(codes.get(code)?.meaning ?? 'a code has a meaning');
      await expect(dialog).toContainText('It stands now');
      await expect(firstStep(dialog)).toBeInViewport();
      await page.goBack();
      await expect(dialog).toHaveCount(0);
    }
  });
}

test('a code is opened and left by keyboard, and the focus returns to where it was', async ({
  fleet,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/codes/.test(request.url())) asked.push(new URL(request.url()).pathname);
  });
  await fleet.show(page, 'stale-host');
  const handle = causes(page).getByRole('link', { name: 'process_stale' }).first();
  await expect(handle).toBeVisible();
  expect(asked).toEqual([]);
  await handle.focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page, 'process_stale');
  await expect(firstStep(dialog)).toContainText('systemctl status jetmon2');
  await expectAccessible(page, ['dialog']);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(handle).toBeFocused();
  await expect(page).toHaveURL(/\/fleet$/);

  await handle.click();
  await expect(firstStep(dialog)).toBeVisible();
  expect(asked.filter((path) => path === '/api/fleet/codes')).toHaveLength(1);
});

test('whoever was paged with a code finds it from the help, among all codes', async ({ fleet, page }) => {
  await fleet.show(page, 'stale-host');
  await expect(causes(page).getByRole('link').first()).toBeVisible();
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keyboard and filter' }).getByRole('link').click();
  const all = dialogOf(page, 'What codes mean');
  await expect(all.getByRole('link')).toHaveCount(42);
  await expectAccessible(page, ['dialog']);
  await all.getByRole('searchbox').fill('lock mismatch');
  await expect(all.getByRole('link')).toHaveText(['lock_bucket_mismatch', 'lock_range_mismatch']);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(firstStep(dialogOf(page, 'lock_bucket_mismatch'))).toBeVisible();
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.closest("dialog") !== null')).toBe(true);
  await page.goBack();
  await expect(all).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('dialog', { name: 'Keyboard and filter' })).toBeVisible();
});

test('a link to a code that there is not says so, and lists those that there are', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'stale-host', '/fleet?code=moon_phase');
  const dialog = dialogOf(page, 'moon_phase');
  await expect(dialog.getByRole('status').first()).toHaveText(
    'There is no code "moon_phase" in what this dashboard tells. All there are:',
  );
  await expect(dialog.getByRole('link', { name: 'process_stale' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/\/fleet$/);
});

test('an issue of a process leads to its code, over the details that stay open', async ({ fleet, page }) => {
  await fleet.show(page, 'stale-host', '/fleet?p=jetmon-b:monitor');
  const open = details(page, 'jetmon-b:monitor');
  await open
    .getByRole('list', { name: 'Issues of this process' })
    .getByRole('link', { name: 'process_stale' })
    .click();
  await expect(firstStep(dialogOf(page, 'process_stale'))).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialogOf(page, 'process_stale')).toHaveCount(0);
  await expect(open).toBeVisible();
});

test('the wall and paper show no codes to click', async ({ fleet, page }) => {
  const api = await fleet.show(page, 'stale-host', '/fleet?wall=1&code=process_stale');
  await expect(page.getByRole('heading', { name: 'RED', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.goto(`${api.url}/fleet?code=process_stale`);
  await expect(firstStep(dialogOf(page, 'process_stale'))).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
