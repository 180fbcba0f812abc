import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findExecutable } from 'fleet-lab/database/find-executable';
import { freePort } from 'fleet-lab/database/free-port';
import { startOwned } from 'fleet-lab/owned-process/start-owned';

/** An nginx of its own before the dashboard. */
export type FrontNginx = {
  /** Its address, with the path that stands before the dashboard's. */
  readonly url: string;
  stop(): Promise<void>;
};

export type FrontNginxOptions = {
  /** Where the dashboard listens. */
  readonly upstream: string;
  readonly prefix: string;
  /** Whether the dashboard is asked without the prefix. */
  readonly takesPrefixOff?: boolean;
  /** Whom it lets through itself; everybody unless told otherwise. */
  readonly login?: { readonly user: string; readonly password: string };
};

/** An nginx that is before the dashboard, and may ask for a login. */
export async function startFrontNginx(options: FrontNginxOptions): Promise<FrontNginx> {
  const { prefix, login } = options;
  const sha = createHash('sha1')
    .update(login?.password ?? '')
    .digest('base64');
  const passwords = `${login?.user}:{SHA}${sha}\n`;
  const { url, stop } = await startNginx((port) => serverOf(port, options), { htpasswd: passwords });
  return { url: `${url}${prefix}`, stop };
}

/**
 * Starts an nginx with one server, and its files in a directory that goes with it and that relative paths begin at. Rejects
 * when there is no nginx, or it does not start.
 */
export async function startNginx(
  server: (port: number) => string,
  files: Readonly<Record<string, string>> = {},
): Promise<FrontNginx> {
  const nginx = findExecutable('nginx');
  if (nginx === null) throw new Error('there is no nginx on PATH');
  const port = await freePort();
  const directory = join(tmpdir(), `fleet-nginx-${randomBytes(6).toString('hex')}`);
  const owned = await startOwned({
    command: [nginx, '-p', directory, '-c', join(directory, 'nginx.conf'), '-e', 'stderr'],
    directory,
    setup: [
      put(configuration(directory, server(port)), join(directory, 'nginx.conf')),
      ...Object.entries(files).map(([name, text]) => put(text, join(directory, name))),
    ],
  });
  let errors = '';
  owned.child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const origin = `http://127.0.0.1:${port}`;
  for (;;) {
    if (
      await fetch(origin).then(
        () => true,
        () => false,
      )
    )
      break;
    const ended = await Promise.race([owned.exited.then(() => true), pause()]);
    if (ended) throw new Error(`nginx ended before it answered:\n${errors}`);
  }
  return { url: origin, stop: owned.stop };
}

function put(text: string, path: string): string[] {
  return ['sh', '-c', `printf '%s' "$1" >"$2"`, 'sh', text, path];
}

function pause(): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, 50, false));
}

function configuration(directory: string, server: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `
daemon off;
master_process off;
pid ${directory}/nginx.pid;
events {}
http {
  access_log off;
  ${temporary.map((kind) => `${kind}_temp_path ${directory}/${kind};`).join('\n  ')}
  ${server}
}
`;
}

/** As docs/deployment.md has it, but for https. */
function serverOf(port: number, options: FrontNginxOptions): string {
  const { upstream, prefix, takesPrefixOff = false, login } = options;
  return `
  server {
    listen 127.0.0.1:${port};
    location ${prefix}/ {
      ${login === undefined ? '' : `auth_basic "Jetmon Fleet"; auth_basic_user_file htpasswd; proxy_set_header Authorization "";`}
      proxy_pass ${upstream}${takesPrefixOff ? '/' : ''};
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_set_header X-Forwarded-User $remote_user;
    }
  }
`;
}
