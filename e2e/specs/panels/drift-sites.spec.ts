import { expectAccessible } from '../../harness/axe.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';

const TITLE = 'Sites that differ from their events';

test('the sites that drift are asked for when they are opened, and closed with Escape', async ({
  fleet,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (/drift/.test(request.url())) asked.push(new URL(request.url()).pathname);
  });
  await fleet.show(page, 'drift', '/fleet', UNHURRIED);
  const button = page.getByRole('button', { name: 'Show sites' });
  await expect(button).toBeVisible();
  expect(asked).toEqual([]);

  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: TITLE });
  await expect(dialog.getByText(/differed from their open http events/)).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'By cause' })).toBeVisible();
  expect(asked.filter((path) => path === '/api/fleet/drift')).toHaveLength(1);
  await expectAccessible(page, ['dialog']);

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
});

test('a failure and a page of an older build are told in words', async ({ fleet, page }) => {
  await fleet.show(page, 'drift', '/fleet', UNHURRIED);
  await fleet.admin('RENAME TABLE jetmon_events TO gone');
  await page.getByRole('button', { name: 'Show sites' }).click();
  const dialog = page.getByRole('dialog', { name: TITLE });
  await expect(dialog.getByText('The dashboard API answers HTTP 503')).toBeVisible();
  await fleet.admin('RENAME TABLE gone TO jetmon_events');
  // What the page's own poll has begun to look up meanwhile may fail this one, too.
  await expect(async () => {
    await dialog.getByRole('button', { name: 'Ask again' }).click();
    await expect(dialog.getByRole('heading', { name: 'By cause' })).toBeVisible({ timeout: 5_000 });
  }).toPass();

  await page.route('**/drift-sites-*.js', (route) => route.fulfill({ status: 404 }));
  await page.reload();
  await expect(dialog.getByRole('alert')).toContainText('reload the page');
  await expectAccessible(page, ['dialog']);
});

test('a phone shows them without scrolling sideways', async ({ fleet, page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await fleet.show(page, 'drift', '/fleet', UNHURRIED);
  await page.getByRole('button', { name: 'Show sites' }).click();
  await expect(page.getByRole('heading', { name: 'By cause' })).toBeVisible();
  const overflow = await page.evaluate(
    "(dialog => dialog.scrollWidth - dialog.clientWidth)(document.querySelector('dialog'))",
  );
  expect(overflow).toBe(0);
});
