import { createServer, type RequestListener } from 'node:http';
import { expect, it, onTestFinished, vi } from 'vitest';
import { listen } from '../../trial/harness/network/listen.ts';
import { laterListener } from './later-listener.ts';

const ECHO: RequestListener = async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  response.end(`${request.url} ${body}`);
};

/** A server whose listener the test lets load. */
async function start() {
  let finish = () => {};
  const loaded = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const begin = vi.fn(async () => {
    await loaded;
    return ECHO;
  });
  const { answer, load } = laterListener(begin);
  const server = createServer(answer);
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${await listen(server)}`, begin, finish, load };
}

it('loads nothing while nobody needs it', async () => {
  const { begin } = await start();
  expect(begin).not.toHaveBeenCalled();
});

it('answers whole requests that came before it was loaded, and loads once for all', async () => {
  const { url, begin, finish } = await start();
  const paths = ['/a', '/b', '/c'];
  const answers = Promise.all(paths.map((path) => fetch(url + path, { method: 'POST', body: 'x' })));
  await expect.poll(() => begin.mock.calls).not.toEqual([]);
  finish();
  const texts = await Promise.all((await answers).map((answer) => answer.text()));
  expect(texts).toEqual(['/a x', '/b x', '/c x']);
  expect(begin).toHaveBeenCalledTimes(1);
});

it('what was loaded ahead is not loaded again', async () => {
  const { url, begin, finish, load } = await start();
  finish();
  await load();
  expect(await (await fetch(`${url}/d`)).text()).toBe('/d ');
  expect(begin).toHaveBeenCalledTimes(1);
});
