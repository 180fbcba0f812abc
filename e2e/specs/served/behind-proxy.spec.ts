import { expect, test } from '../../harness/fleet-test.ts';
import { type FrontProxy, startFrontProxy } from '../../harness/front-proxy.ts';
import { UNHURRIED } from '../../harness/unhurried.ts';
import { verdict } from '../../harness/verdict.ts';

let proxy: FrontProxy | undefined;
test.afterEach(() => proxy?.close());

for (const path of ['/', '/fleet', '/fleet/', '/fleet?wall=1']) {
  test(`${path}: works behind a path prefix that the dashboard does not know`, async ({ fleet, page }) => {
    await fleet.load('dynamic-healthy');
    // A 503 of a busy machine would be among what is refused.
    const api = await fleet.serve(UNHURRIED);
    proxy = await startFrontProxy(api.url, { prefix: '/ops/jetmon' });
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() >= 400) refused.push(response.url());
    });
    await page.goto(`${proxy.url}${path}`);
    await expect(verdict(page, 'OK')).toBeVisible();
    expect(refused).toEqual([]);
  });

  test(`${path}: works at an address that carries user and password`, async ({ fleet, page }) => {
    await fleet.load('dynamic-healthy');
    const api = await fleet.serve();
    proxy = await startFrontProxy(api.url, { credentials: 'ann:secret' });
    await page.goto(`http://ann:secret@${proxy.host}${path}`);
    await expect(verdict(page, 'OK')).toBeVisible();
  });
}

const SIGN_IN: Record<string, NonNullable<FrontProxy['answering']>> = {
  'leads to a login elsewhere': (_, response) =>
    response.writeHead(302, { location: 'https://login.example.invalid/' }).end(),
  'answers with its login page': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Who are you?</h1>'),
  'refuses with 401': (_, response) => response.writeHead(401).end(),
  'refuses with 403': (_, response) => response.writeHead(403).end('no'),
};

for (const [what, answering] of Object.entries(SIGN_IN)) {
  test(`a proxy that ${what} is told as signed out, with the last values, and reloading helps`, async ({
    fleet,
    page,
  }) => {
    await fleet.load('dynamic-healthy');
    const api = await fleet.serve();
    const front = await startFrontProxy(api.url);
    proxy = front;
    await page.goto(`${front.url}/fleet`);
    await expect(verdict(page, 'OK')).toBeVisible();
    front.answering = answering;
    await expect(verdict(page, 'NO DATA')).toBeVisible();
    await expect(page.getByText('Signed out: reload the page to sign in').first()).toBeVisible();
    await expect(page.getByText(/last good: GREEN/)).toBeVisible();
    // Whoever reloads is let in then, and no sooner: a poll that is let in heals the page by itself.
    await page.route(`${front.url}/fleet`, (route) => {
      front.answering = undefined;
      return route.continue();
    });
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload' }).click();
    await loaded;
    await expect(verdict(page, 'OK')).toBeVisible();
  });
}
