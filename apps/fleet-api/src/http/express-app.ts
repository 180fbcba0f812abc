import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { CodeCatalogue } from 'fleet-core/contract/code-catalogue';
import type { AskedTimes } from 'fleet-core/rules/history/tell-history';
import type { FailureLog } from '../log/failure-log.ts';
import type { EncodedBody } from '../snapshot/encoded-body.ts';
import type { Aged } from '../snapshot/snapshot-cache.ts';
import { answerEncoded } from './answers/encoded-answer.ts';
import { type ProblemFacts, sendProblem } from './answers/problem-sender.ts';
import { compressedAssets } from './page/compressed-assets.ts';
import type { PageFiles } from './page/page-files.ts';
import { readHistoryQuery } from './requests/history-query.ts';
import { factsOfError, PageMissing } from './requests/request-error.ts';
import { requestId } from './requests/request-id.ts';

export type ExpressAppOptions = {
  readonly page: PageFiles;
  readonly headers: ReadonlyMap<string, string>;
  readonly failureLog: FailureLog;
  readonly historyBody: (asked: AskedTimes) => EncodedBody;
  readonly codes: CodeCatalogue;
  readonly readDrift: () => Promise<Aged<EncodedBody>>;
  readonly answerGate: RequestHandler;
};

const DRIFT_PATH = '/api/fleet/drift';

/** Everything but the answers of `/api/fleet`: the page, its assets, health, and what is refused. */
export function createExpressApp(options: ExpressAppOptions): Express {
  const { page, headers, failureLog, historyBody, codes, readDrift, answerGate } = options;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(setHeaders(headers));

  const answerWith =
    (facts: ProblemFacts): RequestHandler =>
    (request, response) =>
      sendProblem(request, response, headers, facts);
  const refuseMethod = answerWith({
    status: 405,
    detail: 'This dashboard only reads: use GET or HEAD.',
    headers: ['Allow', 'GET, HEAD'],
  });
  const refuseWrites: RequestHandler = (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') next();
    else refuseMethod(request, response, next);
  };
  /** `route` stands for all addresses below it: clients shall not make up names that are remembered. */
  const answerError =
    (route: string): ErrorRequestHandler =>
    (error: unknown, request, response, _next) => {
      const facts = factsOfError(error);
      const failureId = facts.status < 500 ? undefined : failureLog.report(route, error, requestId(request));
      sendProblem(request, response, headers, failureId === undefined ? facts : { ...facts, failureId });
    };

  const routes: Record<string, RequestHandler> = {
    '/': (_request, response) => response.redirect(302, '/fleet'),
    '/fleet': (_request, response) => {
      if (page.html === undefined) throw new PageMissing();
      response.type('html').send(page.html);
    },
    '/fleet/start-guard.js': (_request, response) => {
      if (page.startGuard === undefined) throw new PageMissing();
      response.type('js').send(page.startGuard);
    },
    '/fleet/': (request, response) => response.redirect(308, `/fleet${queryOf(request.url)}`),
    '/healthz': (_request, response) => response.json({ status: 'ok' }),
    '/api/fleet/history': answerEncoded(headers, (target) => ({
      body: historyBody(readHistoryQuery(target)),
    })),
    '/api/fleet/codes': (_request, response) => response.json(codes),
    [DRIFT_PATH]: answerEncoded(headers, async () => {
      const { value: body, ageMs } = await readDrift();
      failureLog.report(DRIFT_PATH, undefined, '');
      return { body, ageMs };
    }),
    '/api/fleet/gate': answerGate,
    // Answered ahead of Express; only its other methods arrive here.
    '/api/fleet': (_request, _response, next) => next(),
  };
  for (const [path, handler] of Object.entries(routes)) {
    app.route(path).get(handler, answerError(path)).all(refuseMethod);
  }
  app.use(
    '/fleet/assets',
    refuseWrites,
    compressedAssets(page.assetsDir),
    assets(page.assetsDir),
    answerError('/fleet/assets'),
  );
  app.use(answerWith({ status: 404, detail: 'There is nothing at this path.' }));
  app.use(answerError('any path'));
  return app;
}

function setHeaders(headers: ReadonlyMap<string, string>): RequestHandler {
  return (request, response, next) => {
    response.setHeaders(new Map(headers));
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Request-Id', requestId(request));
    next();
  };
}

/** What tells browsers how to treat a document is said of none that is no document: on each of a dozen files it weighs 0.7 KB. */
const OF_DOCUMENTS = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
];
const SCRIPT_OR_STYLE = /\.(js|css)(\.(br|gz))?$/;

function assets(directory: string): RequestHandler {
  return express.static(directory, {
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    redirect: false,
    // Their names carry a hash of their content.
    setHeaders: (response, path) => {
      response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      if (SCRIPT_OR_STYLE.test(path)) for (const name of OF_DOCUMENTS) response.removeHeader(name);
    },
  });
}

function queryOf(target: string): string {
  const at = target.indexOf('?');
  return at === -1 ? '' : target.slice(at);
}
