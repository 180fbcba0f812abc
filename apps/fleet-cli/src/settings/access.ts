import { CannotTell } from '../cannot-tell.ts';
import { readTokenFile } from './token-file.ts';
import { readUserConfig } from './user-config.ts';

/** Where the dashboard is, and as whom it is asked. */
export type Access = {
  /** Without a slash at its end. */
  readonly url: string;
  /** The header's value; null when nobody is named. */
  readonly authorization: string | null;
  readonly timeoutMs: number;
};

/** What was given on the command line. */
export type GivenAccess = {
  readonly url?: string | undefined;
  readonly tokenFile?: string | undefined;
  readonly user?: string | undefined;
  readonly timeoutMs: number;
};

const DEFAULT_URL = 'http://127.0.0.1:8080';

/**
 * Finds out whom to ask and how: the command line goes before the environment (`FLEET_URL`, `FLEET_TOKEN_FILE`,
 * `FLEET_USER`), that before the user's `fleet.json`. The file's secret is a bearer token, or with a user that user's
 * password. Throws `CannotTell` for what cannot be, also for a secret where others see it.
 */
export function findAccess(given: GivenAccess, env: Readonly<Record<string, string | undefined>>): Access {
  const config = readUserConfig(env);
  const url = given.url ?? (env.FLEET_URL || (config.url ?? DEFAULT_URL));
  const tokenFile = given.tokenFile ?? (env.FLEET_TOKEN_FILE || config.token_file);
  const user = given.user ?? (env.FLEET_USER || config.user);
  return {
    url: readUrl(url),
    authorization: authorizationOf(user, tokenFile),
    timeoutMs: given.timeoutMs,
  };
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw new CannotTell(
      `the address ${JSON.stringify(withoutCredentials(text))} is no URL such as ${DEFAULT_URL}`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    throw new CannotTell(
      'the address holds a name or a password, which others can see: use --user and --token-file',
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new CannotTell(`the address ${url.origin}${url.pathname} may have no ? or # behind it`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function withoutCredentials(text: string): string {
  return text.replace(/[^/]*@/, '…@');
}

function authorizationOf(user: string | undefined, tokenFile: string | undefined): string | null {
  if (user?.includes(':')) {
    throw new CannotTell(
      '--user takes a name alone: its password belongs into the file of --token-file, where nobody sees it',
    );
  }
  if (tokenFile === undefined) {
    if (user === undefined) return null;
    throw new CannotTell(`--user ${user} needs --token-file with the password`);
  }
  const secret = readTokenFile(tokenFile);
  return user === undefined
    ? `Bearer ${secret}`
    : `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
}
