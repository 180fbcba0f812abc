import type { Locator, Page } from '@playwright/test';
import { largeFleet } from 'fleet-lab/scenarios/rollout/large';
import { expectAccessible } from '../harness/axe.ts';
import { expect, test } from '../harness/fleet-test.ts';
import { details, filterBox, row, rows, STALE_PROCESS } from '../harness/process-table.ts';
import { savedText } from '../harness/saved-text.ts';
import { UNHURRIED } from '../harness/unhurried.ts';

const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

type HandleCase = {
  readonly what: string;
  readonly scenario: string;
  /** Opens what the handle stands in, where it is folded. */
  readonly path?: string;
  readonly handle: (page: Page) => Locator;
  readonly address: RegExp;
  readonly shown: (page: Page) => Locator;
};

const HANDLES: readonly HandleCase[] = [
  {
    what: 'the host of a cause',
    scenario: 'stale-host',
    handle: (page) =>
      region(page, 'Causes').locator('.cause-subjects').getByRole('link', { name: 'jetmon-b' }),
    address: /[?&]filter=host:=jetmon-b#processes$/,
    shown: (page) => row(page, 'jetmon-b:monitor'),
  },
  {
    what: 'the host of a step',
    scenario: 'stale-host',
    handle: (page) => page.locator('.command-host').getByRole('link', { name: 'jetmon-b' }).first(),
    address: /[?&]filter=host:=jetmon-b#processes$/,
    shown: (page) => row(page, 'jetmon-b:monitor'),
  },
  {
    what: 'an issue',
    scenario: 'stale-host',
    handle: (page) =>
      page
        .getByRole('list', { name: 'Issues' })
        .getByRole('link', { name: /jetmon-b:monitor/ })
        .first(),
    address: /[?&]p=jetmon-b:monitor/,
    shown: (page) => details(page, 'jetmon-b:monitor'),
  },
  {
    what: 'a version',
    scenario: 'stale-host',
    path: '/fleet#processes',
    handle: (page) => page.getByRole('list', { name: 'Versions' }).getByRole('link').first(),
    address: /[?&]filter=type:=\w+\+version:=[^#]+#processes$/,
    shown: (page) => rows(page).first(),
  },
  {
    what: 'a dependency',
    scenario: 'stale-host',
    path: '/fleet#dependencies',
    handle: (page) => region(page, 'Dependencies').getByRole('rowheader').getByRole('link').first(),
    address: /[?&]filter=dependency:=[^#]+#processes$/,
    shown: (page) => rows(page).first(),
  },
  {
    what: 'an answer of the checklist',
    scenario: 'stale-host',
    handle: (page) => region(page, 'Rollout checklist').getByRole('link', { name: /Heartbeats/ }),
    address: /#processes$/,
    shown: (page) => row(page, 'jetmon-b:monitor'),
  },
  {
    what: 'the owner of buckets',
    scenario: 'stale-host',
    path: '/fleet#ranges',
    handle: (page) => page.locator('.owners').getByRole('link', { name: 'jetmon-b' }),
    address: /[?&]filter=host:=jetmon-b#processes$/,
    shown: (page) => row(page, 'jetmon-b:monitor'),
  },
  {
    what: 'the owner of deliveries',
    scenario: 'delivery-backlog',
    path: '/fleet#ownership',
    handle: (page) => page.locator('.posture-table').getByRole('link').last(),
    address: /[?&]filter=(?:delivery-owner|host):=[^#]+#processes$/,
    shown: (page) => filterBox(page),
  },
];

for (const { what, scenario, path, handle, address, shown } of HANDLES) {
  test(`${what} leads to what it names, Back leads back, and its link can be pasted`, async ({
    fleet,
    page,
  }) => {
    const api = await fleet.show(page, scenario, path);
    const findings = page.locator('.cause-findings > summary');
    await expect(findings.first()).toBeVisible();
    for (const closed of await findings.all()) await closed.click();
    const before = page.url();
    const link = handle(page);
    const href = (await link.getAttribute('href')) ?? '';
    await link.click();
    await expect(page).toHaveURL(address);
    await expect(shown(page)).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(before);

    await page.goto(`${api.url}/healthz`);
    await page.goto(new URL(href, before).href);
    await expect(shown(page)).toBeVisible();
    await expect(shown(page)).toBeInViewport();
  });
}

test('a host is asked for by its whole name, and not by how it begins', async ({ fleet, page }) => {
  await fleet.show(page, largeFleet(40).rows, '/fleet?filter=host:=jetmon-eu-018#processes');
  await expect(rows(page)).toHaveCount(1);
  await expect(filterBox(page)).toHaveValue('host:=jetmon-eu-018');
});

test('c copies the incident as plain text: verdict, hosts, steps, times and address', async ({
  fleet,
  page,
  context,
}) => {
  const api = await fleet.show(page, 'stale-host', '/fleet?theme=dark', {
    ...UNHURRIED,
    FLEET_ENVIRONMENT: 'production',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(page.getByRole('heading', { name: 'RED', level: 2 })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'For the incident channel' });
  await expect(dialog.getByText('Copied: paste it into the channel.')).toBeVisible();
  const copied = await page.evaluate<string>('navigator.clipboard.readText()');
  expect(copied).toBe(await dialog.locator('pre').textContent());
  expect(copied).toMatch(
    /^RED \(production\): Do not advance: jetmon-b is silent\nRead [\d-]+ [\d:]+ UTC, \d+s ago/,
  );
  expect(copied).toContain(`\n${api.url}/fleet\n`);
  expect(copied).toContain('`systemctl status jetmon2`');
  await expectAccessible(page, ['dialog']);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await api.kill();
  await expect(page.getByRole('heading', { name: 'NO DATA', level: 2 })).toBeVisible();
  await page.keyboard.press('c');
  await expect(dialog.locator('pre')).toHaveText(
    /^NO DATA \(production\): the fleet cannot be seen\..*\nWhat follows is past/,
  );
});

test('paper is light and has the incident and every process in trouble, and nothing to click', async ({
  fleet,
  page,
}) => {
  await page.setViewportSize({ width: 794, height: 1123 });
  await fleet.show(page, largeFleet(400).rows, '/fleet?theme=dark#processes');
  await expect(row(page, STALE_PROCESS)).toBeVisible();
  const pdf = await page.pdf();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const printed = page.locator('.printed');
  // What is printed is what was true at that moment, if its code was there by then.
  await expect(async () => {
    await page.emulateMedia({ media: 'screen' });
    await expect(printed).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(printed.locator('pre')).toHaveText(/^RED: /m, { timeout: 3_000 });
  }).toPass();
  await expect(printed.getByRole('rowheader', { name: STALE_PROCESS })).toBeVisible();
  await expect(printed.getByRole('heading')).toHaveText(
    `${await printed.locator('tbody tr').count()} processes in trouble, of 400`,
  );
  await expect(page.getByRole('button')).toHaveCount(0);
  expect(await page.evaluate('getComputedStyle(document.documentElement).colorScheme')).toBe('light');
  await page.emulateMedia({ media: 'screen' });
  await expect(printed).toHaveCount(0);
});

test('the processes that are asked for are saved as CSV, in the order that is shown', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, largeFleet(400).rows, '/fleet?filter=us-west&sort=-process#processes');
  await expect(rows(page).first()).toBeVisible();
  const first = await rows(page).first().getAttribute('data-process');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^jetmon-processes-\d{8}T\d{6}Z\.csv$/);
  expect(asked.filter((url) => /save-processes/.test(url))).toHaveLength(1);
  const text = await savedText(download);
  const [head = '', ...lines] = text.trimEnd().split('\r\n');
  expect(head).toMatch(/^\uFEFFprocess_id,host_id,/);
  expect(lines[0]?.split(',')[0]).toBe(first);
  expect(lines.every((line) => line.includes('us-west'))).toBe(true);
  await expect(page.getByText(`matches ${lines.length} of 400`)).toBeVisible();
});
