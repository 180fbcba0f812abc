import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { FailureLog } from '../log/failure-log.ts';
import type { AccessControl } from './access/access-control.ts';
import { createWallLinks } from './access/wall-links.ts';
import { type ProblemFacts, sendProblem } from './answers/problem-sender.ts';
import { compressedAssets } from './page/compressed-assets.ts';
import { ASSETS_PATH } from './paths.ts';
import { factsOfError } from './requests/request-error.ts';
import { requestId } from './requests/request-id.ts';
import { createRoutes, type RoutesOptions } from './routes.ts';

export type ExpressAppOptions = Omit<RoutesOptions, 'wallLinks'> & {
  readonly failureLog: FailureLog;
  readonly access: Pick<AccessControl, 'makeLink' | 'useLink'>;
};

/** Everything but the answers of `/api/fleet`: the page, its assets, health, and what is refused. */
export function createExpressApp(options: ExpressAppOptions): Express {
  const { page, headers, failureLog, access, basePath } = options;
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

  const wallLinks = createWallLinks(access, basePath, answerWith);
  for (const [path, handler] of Object.entries(createRoutes({ ...options, wallLinks }))) {
    app.route(path).get(handler, answerError(path)).all(refuseMethod);
  }
  app.use(
    ASSETS_PATH,
    refuseWrites,
    compressedAssets(page.assetsDir),
    assets(page.assetsDir),
    answerError(ASSETS_PATH),
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
