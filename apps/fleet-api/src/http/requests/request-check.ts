import type { IncomingMessage } from 'node:http';
import type { HostVerdict } from './host-check.ts';

/** Why a request is not for us: the status, and what the client is told. */
export type Refusal = { readonly status: 400 | 403 | 421; readonly detail: string };

const REFUSALS: Record<Exclude<HostVerdict, 'own'>, Refusal> = {
  malformed: { status: 400, detail: 'A request names exactly one host.' },
  foreign: {
    status: 421,
    detail: 'This dashboard does not go by that name; DASHBOARD_ALLOWED_HOSTS gives it further ones.',
  },
};
const OTHER_ORIGIN: Refusal = { status: 403, detail: 'A page from elsewhere may not ask this dashboard.' };
const NO_TARGET: Refusal = { status: 400, detail: 'The target of the request is no path of this dashboard.' };

const SLASH = 47;

/**
 * Refuses what was sent to another host, or by another's page. The target may be a whole address, as clients of proxies
 * send it: it is cut to its path.
 */
export function createRequestCheck(
  checkHost: (host: string) => HostVerdict,
): (request: IncomingMessage) => Refusal | undefined {
  function checkWholeAddress(request: IncomingMessage): Refusal | undefined {
    const target = request.url ?? '';
    if (!URL.canParse(target)) return undefined;
    const { protocol, host, pathname, search } = new URL(target);
    if (protocol !== 'http:' && protocol !== 'https:') return NO_TARGET;
    const verdict = checkHost(host);
    if (verdict !== 'own') return REFUSALS[verdict];
    request.url = pathname + search;
    return undefined;
  }

  return (request) => {
    const { host = '', origin } = request.headers;
    const verdict = checkHost(host);
    if (verdict !== 'own') return REFUSALS[verdict];
    if (origin !== undefined && checkHost(hostOfOrigin(origin)) !== 'own') return OTHER_ORIGIN;
    return request.url?.charCodeAt(0) === SLASH ? undefined : checkWholeAddress(request);
  };
}

/** Empty for what is none, such as `null`. */
function hostOfOrigin(origin: string): string {
  return /^https?:\/\/(.*)$/i.exec(origin)?.[1] ?? '';
}
