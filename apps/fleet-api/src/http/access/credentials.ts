import type { IncomingHttpHeaders } from 'node:http';

/** The token that a request offers: as bearer, or as the password of Basic, whatever the user. */
export function offeredToken({ authorization }: IncomingHttpHeaders): string | undefined {
  const [, scheme = '', text = ''] = /^(\w+) +(\S+) *$/.exec(authorization ?? '') ?? [];
  if (scheme.toLowerCase() === 'bearer') return text;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const pair = Buffer.from(text, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

const COOKIE = /(?:^|;) *fleet_pass_[\da-f]{16}=([^;]*)/g;

/** The passes that a request brings; a browser may hold those of several dashboards of one host. */
export function offeredPasses({ cookie }: IncomingHttpHeaders): string[] {
  return cookie === undefined ? [] : [...cookie.matchAll(COOKIE)].map(([, pass = '']) => pass);
}

/** The cookie by which a browser brings this pass; kept from scripts, and from requests that other sites cause. */
export function passCookie(
  passId: string,
  pass: string,
  {
    basePath,
    maxAgeSec,
    isHttps,
  }: { readonly basePath: string; readonly maxAgeSec: number; readonly isHttps: boolean },
): string {
  const attributes = [`Path=${basePath || '/'}`, `Max-Age=${maxAgeSec}`, 'HttpOnly', 'SameSite=Strict'];
  return [`fleet_pass_${passId}=${pass}`, ...attributes, ...(isHttps ? ['Secure'] : [])].join('; ');
}
