import type { Page } from '@playwright/test';
import type { FleetApiProcess } from '../../harness/fleet-api-process.ts';
import { expect, test } from '../../harness/fleet-test.ts';
import { type FrontNginxOptions, startFrontNginx } from '../../harness/front-nginx.ts';
import { verdict } from '../../harness/verdict.ts';
import { drawToken, writeTokens } from '../../harness/write-tokens.ts';

const LOGIN = { user: 'anna', password: 'of nginx' };
const TOKEN = drawToken();
const TRUSTED = { DASHBOARD_TRUST_PROXY: '127.0.0.1' };

let closing: (() => Promise<void>)[] = [];
test.afterEach(async () => {
  await Promise.all(closing.map((close) => close()));
  closing = [];
});

async function frontOf(
  { url }: FleetApiProcess,
  options: Omit<FrontNginxOptions, 'upstream'>,
): Promise<string> {
  const proxy = await startFrontNginx({ upstream: url, ...options });
  closing.push(proxy.stop);
  return proxy.url;
}

/** What a page asks for, and how it is answered. */
function watchAnswers(page: Page): Map<string, number> {
  const statuses = new Map<string, number>();
  page.on('response', (response) => statuses.set(new URL(response.url()).pathname, response.status()));
  return statuses;
}

test.describe('behind nginx with a prefix and Basic', () => {
  test.use({ httpCredentials: { username: LOGIN.user, password: LOGIN.password } });

  for (const [what, takesPrefixOff] of [
    ['leaves the prefix on', false],
    ['takes the prefix off', true],
  ] as const) {
    test(`that ${what}, page, assets, API and wall are there, and nothing is asked for elsewhere`, async ({
      fleet,
      page,
    }) => {
      await fleet.load('dynamic-healthy');
      const api = await fleet.serve({ ...TRUSTED, DASHBOARD_BASE_PATH: '/jetmon' });
      const url = await frontOf(api, { prefix: '/jetmon', takesPrefixOff, login: LOGIN });
      const statuses = watchAnswers(page);
      await page.goto(`${url}/`);
      await expect(page).toHaveURL(`${url}/fleet`);
      await expect(verdict(page, 'OK')).toBeVisible();
      await page.goto(`${url}/fleet?wall=1`);
      await expect(verdict(page, 'OK')).toBeVisible();
      const paths = [...statuses.keys()];
      expect(paths.filter((path) => !path.startsWith('/jetmon/'))).toEqual([]);
      expect([...statuses].filter(([, status]) => status >= 400)).toEqual([]);
      expect(paths).toContain('/jetmon/api/fleet');
      expect(paths.some((path) => path.startsWith('/jetmon/fleet/assets/'))).toBe(true);
      await expect.poll(() => api.log()).toContain('"user":"anna"');
    });
  }

  test('whoever nginx does not know gets nothing, whatever user he claims to be', async ({ fleet }) => {
    const api = await fleet.serve({ ...TRUSTED, DASHBOARD_BASE_PATH: '/jetmon' });
    const url = await frontOf(api, { prefix: '/jetmon', login: LOGIN });
    for (const path of ['/fleet', '/api/fleet/codes', '/healthz'])
      expect((await fetch(url + path, { headers: { 'x-forwarded-user': 'anna' } })).status).toBe(401);
    expect(api.log()).not.toContain('"user"');
  });
});

test.describe('where the dashboard asks for tokens, behind nginx', () => {
  async function serveAsking(fleet: Parameters<Parameters<typeof test>[2]>[0]['fleet'], file: string) {
    const asking = await writeTokens(file, 'lobby', TOKEN);
    await fleet.load('dynamic-healthy');
    const settings = { ...TRUSTED, DASHBOARD_BASE_PATH: '/jetmon', ...asking };
    const api = await fleet.serve(settings);
    return { api, url: await frontOf(api, { prefix: '/jetmon' }) };
  }

  async function linkOf(url: string): Promise<string> {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const made: { url: string; path: string } = await (
      await fetch(`${url}/api/fleet/wall-link`, { headers })
    ).json();
    return new URL(made.path, url).href;
  }

  test.describe('a person', () => {
    test.use({ httpCredentials: { username: 'anybody', password: TOKEN } });
    test('types the token as password', async ({ fleet, page }, testInfo) => {
      const { url } = await serveAsking(fleet, testInfo.outputPath('tokens'));
      await page.goto(`${url}/fleet`);
      await expect(verdict(page, 'OK')).toBeVisible();
    });
  });

  test('a wall opens a link once, types nothing, and is known after a restart', async ({
    fleet,
    page,
  }, testInfo) => {
    const { api, url } = await serveAsking(fleet, testInfo.outputPath('tokens'));
    expect((await page.request.get(`${url}/fleet?wall=1`)).status()).toBe(401);
    await page.goto('about:blank');
    const link = await linkOf(url);
    await page.goto(link);
    await expect(page).toHaveURL(`${url}/fleet?wall=1`);
    await expect(verdict(page, 'OK')).toBeVisible();
    expect(await page.evaluate('document.cookie')).toBe('');
    await api.kill();
    await api.start();
    await page.reload();
    await expect(verdict(page, 'OK')).toBeVisible();
    // Its browser may start with the link, which by now is used.
    await page.goto(link);
    await expect(page).toHaveURL(`${url}/fleet?wall=1`);
    await page.goBack();
    expect(page.url()).not.toContain('/enter/');
  });

  test('a wall whose token has left the file shows no verdict, and says that it is not let in', async ({
    fleet,
    page,
  }, testInfo) => {
    const { api, url } = await serveAsking(fleet, testInfo.outputPath('tokens'));
    await page.goto(await linkOf(url));
    await expect(verdict(page, 'OK')).toBeVisible();
    await api.kill();
    await writeTokens(testInfo.outputPath('tokens'), 'lobby', drawToken());
    await api.start();
    await expect(verdict(page, 'NO DATA')).toBeVisible({ timeout: 45_000 });
    await expect(page.getByRole('main')).toContainText('HTTP 401');
  });

  test('a link that is opened from another site leads to the wall as well', async ({
    fleet,
    page,
  }, testInfo) => {
    const { url } = await serveAsking(fleet, testInfo.outputPath('tokens'));
    const link = await linkOf(url);
    await page.route('http://elsewhere.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<a href="${link}">the wall</a>` }),
    );
    await page.goto('http://elsewhere.example/');
    await page.getByRole('link').click();
    await expect(page).toHaveURL(`${url}/fleet?wall=1`);
    await expect(verdict(page, 'OK')).toBeVisible();
  });
});
