import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Attempts, createAttempts } from '../../access/attempts.ts';
import { makePass, type Pass, readPass } from '../../access/pass.ts';
import { digestOf, findToken, type Token } from '../../access/token.ts';
import { createUsedLinks } from '../../access/used-links.ts';
import type { LimitLog } from '../../log/limit-log.ts';
import type { ProblemFacts } from '../answers/problem-sender.ts';
import { offeredPasses, offeredToken, passCookie } from './credentials.ts';
import { type OriginOfRequest, originOfRequest } from './origin-of-request.ts';
import type { VisitorLog } from './visitor-log.ts';

export type AccessControlOptions = {
  /** Undefined: nobody is asked. */
  readonly tokens: readonly Token[] | undefined;
  readonly isTrustedProxy: (address: string) => boolean;
  readonly basePath: string;
  readonly limitLog: LimitLog;
  readonly visitorLog: VisitorLog;
  /** The wall clock, by which passes end. */
  readonly clockMs?: () => number;
  readonly attempts?: Attempts;
};

/** Who may be answered. */
export type AccessControl = {
  /** Why a request is not answered; undefined when it may be. Every path is asked about, but for `OPEN_PATHS`. */
  check(request: IncomingMessage, response: ServerResponse): ProblemFacts | undefined;
  /** A link that makes a wall's browser known, for who shows a token. */
  makeLink(request: IncomingMessage): LinkMade;
  /** Uses a link: the browser gets its cookie. Whoever is known already needs none. */
  useLink(request: IncomingMessage, response: ServerResponse, link: string): ProblemFacts | undefined;
  /** Other tokens from now on: passes of those that are gone have ended. */
  replace(tokens: readonly Token[]): void;
  /** How often a wrong token was shown, and how often one was not looked at, since the start. */
  counts(): { readonly wrong: number; readonly paused: number };
};

export type LinkMade =
  | { readonly ok: true; readonly link: string; readonly endsMs: number; readonly isHttps: boolean }
  | { readonly ok: false; readonly facts: ProblemFacts };

/** What is answered to everybody: that the process lives, and links, which are asked for by who has nothing else. */
const OPEN_PATHS = /^\/(?:healthz|fleet\/enter\/[\w.-]+)(?:\?|$)/;
/** So old a cookie is renewed: a wall that stays on stays known. */
const RENEWED_AFTER_MS = 24 * 3_600_000;

type Known = { readonly token: Token; readonly pass?: Pass };
type Outcome = {
  readonly known: Known | undefined;
  readonly pauseMs: number;
  readonly origin: OriginOfRequest;
};

export function createAccessControl(options: AccessControlOptions): AccessControl {
  const {
    isTrustedProxy,
    basePath,
    limitLog,
    visitorLog,
    clockMs = Date.now,
    attempts = createAttempts(),
  } = options;
  const usedLinks = createUsedLinks(clockMs());
  let { tokens } = options;
  let [wrong, paused] = [0, 0];

  function identify(request: IncomingMessage, asked: readonly Token[]): Outcome {
    const origin = originOfRequest(request, isTrustedProxy);
    const nowMs = clockMs();
    for (const text of offeredPasses(request.headers)) {
      const pass = readPass('cookie', asked, text, nowMs);
      if (pass !== undefined) return { known: { token: pass.token, pass }, pauseMs: 0, origin };
    }
    const offered = offeredToken(request.headers);
    if (offered === undefined) return { known: undefined, pauseMs: 0, origin };
    return { ...tryToken(offered, asked, origin), origin };
  }

  function tryToken(
    offered: string,
    asked: readonly Token[],
    { address }: OriginOfRequest,
  ): Omit<Outcome, 'origin'> {
    const pauseMs = attempts.pauseMs(address);
    if (pauseMs > 0) {
      paused += 1;
      return { known: undefined, pauseMs };
    }
    const digest = digestOf(offered);
    const token = findToken(asked, digest);
    if (token === undefined) failed(digest, address);
    return { known: token && { token }, pauseMs: 0 };
  }

  function failed(digest: Buffer, address: string): void {
    wrong += 1;
    attempts.failed(address, digest);
    limitLog.reached('wrong tokens', { address });
  }

  function giveCookie(response: ServerResponse, token: Token, { isHttps }: OriginOfRequest): void {
    const nowMs = clockMs();
    const { text, endsMs } = makePass('cookie', token, nowMs);
    const maxAgeSec = Math.floor((endsMs - nowMs) / 1000);
    response.setHeader('Set-Cookie', passCookie(token.passId, text, { basePath, maxAgeSec, isHttps }));
  }

  return {
    check(request, response) {
      if (tokens === undefined) {
        const { user, address } = originOfRequest(request, isTrustedProxy);
        if (user !== null) visitorLog.seen({ token: null, by: 'proxy', user }, address);
        return undefined;
      }
      if (OPEN_PATHS.test(request.url ?? '')) return undefined;
      const { known, pauseMs, origin } = identify(request, tokens);
      if (known === undefined) return refusal(request, pauseMs);
      const { token, pass } = known;
      if (pass !== undefined && clockMs() - pass.issuedMs > RENEWED_AFTER_MS)
        giveCookie(response, token, origin);
      visitorLog.seen({ token: token.name, by: pass ? 'pass' : 'token', user: origin.user }, origin.address);
      return undefined;
    },
    makeLink(request) {
      const asked = tokens ?? [];
      const { known, origin } = identify(request, asked);
      if (known === undefined) return { ok: false, facts: NOBODY_IS_ASKED };
      if (known.pass !== undefined) return { ok: false, facts: NEEDS_TOKEN };
      const { text, endsMs } = makePass('link', known.token, clockMs());
      return { ok: true, link: text, endsMs, isHttps: origin.isHttps };
    },
    useLink(request, response, link) {
      if (tokens === undefined) return undefined;
      const { known, origin } = identify(request, tokens);
      if (known !== undefined) return undefined;
      const pauseMs = attempts.pauseMs(origin.address);
      if (pauseMs > 0) return refusal(request, pauseMs);
      const pass = readPass('link', tokens, link, clockMs());
      if (pass === undefined) failed(digestOf(link), origin.address);
      if (pass === undefined || !usedLinks.take(pass, clockMs())) return LINK_IS_VOID;
      giveCookie(response, pass.token, origin);
      return undefined;
    },
    replace(others) {
      if (tokens !== undefined) tokens = others;
    },
    counts: () => ({ wrong, paused }),
  };
}

const NOBODY_IS_ASKED: ProblemFacts = {
  status: 404,
  detail: 'Everybody may look here: no link is needed. DASHBOARD_AUTH_TOKEN_FILE asks who it is.',
};
const NEEDS_TOKEN: ProblemFacts = { status: 403, detail: 'Only who shows a token gets a link, no wall.' };
const LINK_IS_VOID: ProblemFacts = {
  status: 403,
  detail: 'This link was used, or is too old: make another at /api/fleet/wall-link.',
};

/** A browser that opens a page is asked for a token; one whose page asks is not: a dialog would cover what the page says. */
function refusal({ headers }: IncomingMessage, pauseMs: number): ProblemFacts {
  if (pauseMs > 0) {
    const retryAfterSec = String(Math.ceil(pauseMs / 1000));
    const detail = 'Too many wrong tokens came from this address: wait before you show another.';
    return { status: 429, detail, headers: ['Retry-After', retryAfterSec] };
  }
  const mode = headers['sec-fetch-mode'];
  const isOfPage = mode !== undefined && mode !== 'navigate';
  const basic = isOfPage ? [] : ['WWW-Authenticate', 'Basic realm="Jetmon Fleet", charset="UTF-8"'];
  return {
    status: 401,
    detail: 'This dashboard wants a token: as bearer, or as password with any user name.',
    headers: [...basic, 'WWW-Authenticate', 'Bearer realm="Jetmon Fleet"'],
  };
}
