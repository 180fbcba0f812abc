import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What stands between browser and dashboard: the path that it is found under, who is let in, or another answer. */
export type FrontProxy = {
  /** The address of the dashboard as browsers see it, without a slash at the end. */
  readonly url: string;
  readonly host: string;
  /** From now on answers requests by itself; undefined passes them on again. */
  answering: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
  close(): void;
};

type Options = { readonly prefix?: string; readonly credentials?: string };

/** Starts a reverse proxy in front of the dashboard at `target`, which knows nothing of the prefix nor of who is let in. */
export async function startFrontProxy(target: string, options: Options = {}): Promise<FrontProxy> {
  const { prefix = '', credentials } = options;
  const allowed = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`;
  const server = createServer((asked, response) => {
    const path = asked.url ?? '/';
    if (proxy.answering !== undefined) proxy.answering(asked, response);
    else if (allowed && asked.headers.authorization !== allowed)
      response.writeHead(401, { 'www-authenticate': 'Basic realm="fleet"' }).end();
    else if (!path.startsWith(`${prefix}/`)) response.writeHead(404).end('no dashboard here');
    else passOn(new URL(path.slice(prefix.length), target), asked, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const host = `127.0.0.1:${address.port}`;
  const proxy: FrontProxy = {
    url: `http://${host}${prefix}`,
    host,
    answering: undefined,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return proxy;
}

function passOn(target: URL, asked: IncomingMessage, response: ServerResponse): void {
  const { authorization: _own, ...headers } = asked.headers;
  const passed = request(target, { method: asked.method, headers: { ...headers, host: target.host } });
  passed.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  passed.on('error', () => response.writeHead(502).end());
  passed.end();
}
