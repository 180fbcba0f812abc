import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type FrontNginx, startNginx } from './front-nginx.ts';

const PAGE = new URL('../../docs/deployment.md', import.meta.url);
const COOKIE = 'session=annas';

/** The dashboard behind the nginx of docs/deployment.md that asks a single sign-on who is there. */
export type SingleSignOn = {
  readonly url: string;
  /** What a browser brings that has signed in. */
  readonly cookie: string;
  /** From now on nobody is signed in. */
  end(): void;
  close(): Promise<void>;
};

/** Starts nginx as the docs have it, but for https, and something that knows one user as oauth2-proxy would. */
export async function startSingleSignOn(upstream: string): Promise<SingleSignOn> {
  let isOver = false;
  const knows = createServer(({ url, headers }, response) => {
    if (url !== '/oauth2/auth') response.end('<h1>Who are you?</h1>');
    else if (isOver || headers.cookie !== COOKIE) response.writeHead(401).end();
    else response.writeHead(202, { 'X-Auth-Request-User': 'anna' }).end();
  });
  await once(knows.listen(0, '127.0.0.1'), 'listening');
  const address = knows.address();
  if (address === null || typeof address === 'string') throw new Error('the sign-on has no port');
  const nginx: FrontNginx = await startNginx((port) =>
    documentedServer()
      .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
      .replaceAll(/^ *ssl_\w+ .*;$/gm, '')
      .replaceAll('http://127.0.0.1:8080', upstream)
      .replaceAll('127.0.0.1:4180', `127.0.0.1:${address.port}`),
  );
  return {
    url: nginx.url,
    cookie: COOKIE,
    end: () => {
      isOver = true;
    },
    async close() {
      await nginx.stop();
      knows.closeAllConnections();
      knows.close();
    },
  };
}

/** The server that the page shows under its heading. */
function documentedServer(): string {
  const [, server] = /^### Single sign-on$.*?^```nginx\n(.*?)^```$/ms.exec(readFileSync(PAGE, 'utf8')) ?? [];
  if (server === undefined) throw new Error('docs/deployment.md shows no nginx under "Single sign-on"');
  return server;
}
