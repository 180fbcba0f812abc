import type { Request } from '@playwright/test';
import { expect, test } from '../../harness/fleet-test.ts';
import { verdict } from '../../harness/verdict.ts';

test('a dead API is NO DATA, not red: the last values stay, marked as old, and the page heals alone', async ({
  fleet,
  page,
}) => {
  const api = await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  // The code that draws it comes late, and from the same server.
  const processes = page.getByRole('region', { name: 'Processes' });
  await expect(processes).toContainText('jetmon-a');

  await api.kill();
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expect(page).toHaveTitle(/NO DATA/);
  await expect(page.getByText(/last good: GREEN/)).toBeVisible();
  await expect(processes).toContainText('jetmon-a');
  await expect(page.getByText('OK', { exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'RED' })).toHaveCount(0);

  await api.start();
  await expect(verdict(page, 'OK')).toBeVisible();
  await expect(page).not.toHaveTitle(/NO DATA/);
});

test('a database that is gone is NO DATA with the last snapshot, and heals with the database', async ({
  fleet,
  page,
}) => {
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  await fleet.admin('RENAME TABLE jetmon_process_health TO gone');
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  // Whoever opens the page now is shown the past as well, as such.
  await page.reload();
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  await expect(page.getByText(/last good: GREEN/)).toBeVisible();
  await fleet.admin('RENAME TABLE gone TO jetmon_process_health');
  await expect(verdict(page, 'OK')).toBeVisible();
});

test('an API that hangs is NO DATA, with one request under way at a time', async ({ fleet, page }) => {
  await fleet.show(page, 'dynamic-healthy');
  await expect(verdict(page, 'OK')).toBeVisible();
  const open = new Set<Request>();
  let most = 0;
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/fleet')) return;
    open.add(request);
    most = Math.max(most, open.size);
  });
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  await page.route('**/api/fleet', () => {});
  await expect(verdict(page, 'NO DATA')).toBeVisible();
  expect(most).toBe(1);
});

for (const [what, answer] of [
  ['HTML', { status: 200, contentType: 'text/html', body: '<h1>login</h1>' }],
  ['JSON cut short', { status: 200, contentType: 'application/json', body: '{"schema_version":1,' }],
  [
    'another object',
    { status: 200, contentType: 'application/json', body: '{"summary":{"status":"green"}}' },
  ],
  ['a newer contract', { status: 200, contentType: 'application/json', body: '{"schema_version":2}' }],
] as const) {
  test(`an answer that is ${what} is NO DATA`, async ({ fleet, page }) => {
    await fleet.load('dynamic-healthy');
    const api = await fleet.serve();
    await page.route('**/api/fleet', (route) => route.fulfill(answer));
    await page.goto(`${api.url}/fleet`);
    await expect(verdict(page, 'NO DATA')).toBeVisible();
    await expect(page.getByText('OK', { exact: true })).toHaveCount(0);
  });
}

test('values that this page does not know are shown as they are and break nothing', async ({
  fleet,
  page,
}) => {
  await fleet.load('pinned-rollout');
  const api = await fleet.serve();
  await page.route('**/api/fleet', async (route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    const snapshot = await response.json();
    snapshot.decision.code = 'purple';
    snapshot.processes[0].state = 'hibernating';
    snapshot.processes[1].process_type = 'veriflier';
    snapshot.bucket_coverage.mode = 'quantum';
    snapshot.delivery.tables[0].kind = 'pigeon';
    snapshot.something_new = { deep: true };
    await route.fulfill({ response, json: snapshot });
  });
  await page.goto(`${api.url}/fleet`);
  await expect(page.getByRole('heading', { name: /purple/i })).toBeVisible();
  for (const word of ['hibernating', 'veriflier', 'quantum', 'pigeon']) {
    await expect(page.getByRole('main')).toContainText(word);
  }
});

for (const path of ['/fleet', '/fleet?wall=1']) {
  test(`${path}: has the icon of NO DATA before it is needed`, async ({ fleet, page }) => {
    const icon = page.waitForResponse(/no-data-[^/]*\.svg$/);
    const api = await fleet.show(page, 'dynamic-healthy', path);
    await expect(verdict(page, 'OK')).toBeVisible();
    const { headers, url } = await icon.then((response) => ({
      headers: response.headers(),
      url: response.url(),
    }));
    expect(headers['cache-control']).toContain('immutable');
    await api.kill();
    await expect(verdict(page, 'NO DATA')).toBeVisible();
    await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', url);
  });
}
