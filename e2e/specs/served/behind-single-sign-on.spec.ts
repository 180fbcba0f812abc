import { expect, test } from '../../harness/fleet-test.ts';
import { type SingleSignOn, startSingleSignOn } from '../../harness/single-sign-on.ts';
import { verdict } from '../../harness/verdict.ts';

// As docs/deployment.md has it beside the nginx; the other setting is for a name that this test does not go by.
const TRUSTED = { DASHBOARD_TRUST_PROXY: '127.0.0.1' };

let front: SingleSignOn | undefined;
test.afterEach(async () => {
  await front?.close();
  front = undefined;
});

test('behind the single sign-on of the docs whoever has signed in sees the fleet, and the log has his name', async ({
  fleet,
  page,
}) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve(TRUSTED);
  front = await startSingleSignOn(api.url);
  await page.setExtraHTTPHeaders({ cookie: front.cookie });
  await page.goto(`${front.url}/fleet`);
  await expect(verdict(page, 'OK')).toBeVisible();
  await expect.poll(() => api.log()).toContain('"user":"anna"');
  front.end();
  await expect(page.getByText('Signed out: reload the page to sign in').first()).toBeVisible();
});

test('whoever has not is led to the login with a page, and told 401 with anything else, whoever he claims to be', async ({
  fleet,
}) => {
  await fleet.load('dynamic-healthy');
  const api = await fleet.serve(TRUSTED);
  front = await startSingleSignOn(api.url);
  const { url } = front;
  const ask = (path: string) =>
    fetch(url + path, { redirect: 'manual', headers: { 'x-forwarded-user': 'anna' } });
  const page = await ask('/fleet?wall=1');
  expect(page.status).toBe(302);
  expect(page.headers.get('location')).toBe(`${url}/oauth2/sign_in?rd=/fleet?wall=1`);
  for (const path of ['/api/fleet', '/api/fleet/summary?strict=1', '/healthz', '/readyz?verbose', '/metrics'])
    expect((await ask(path)).status).toBe(401);
  expect(await (await ask('/oauth2/sign_in')).text()).toContain('Who are you?');
  expect(api.log()).not.toContain('"user"');
});
