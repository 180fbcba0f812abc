import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Response } from 'express';
import type { CodeCatalogue } from 'fleet-core/contract/code-catalogue';
import type { FleetHistory } from 'fleet-core/contract/history';
import type { FailureLog } from '../log/failure-log.ts';
import type { PageFiles } from './page-files.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';
import { requestId } from './request-id.ts';

export type ExpressAppOptions = {
  readonly page: PageFiles;
  readonly headers: ReadonlyMap<string, string>;
  readonly failureLog: FailureLog;
  readonly history: () => FleetHistory;
  readonly codes: CodeCatalogue;
};

/** Everything but the answers of `/api/fleet`: the page, its assets, health, and what is refused. */
export function createExpressApp({ page, headers, failureLog, history, codes }: ExpressAppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.enable('case sensitive routing');
  app.enable('strict routing');
  app.use(setHeaders(headers));

  const routes: Record<string, RequestHandler> = {
    '/': (_request, response) => response.redirect(302, '/fleet'),
    '/fleet': (request, response) => {
      if (page.html === undefined) {
        return sendProblem(
          response,
          problem(503, requestId(request), 'The page has not been built: run pnpm build.'),
        );
      }
      response.type('html').send(page.html);
    },
    '/healthz': (_request, response) => response.json({ status: 'ok' }),
    '/api/fleet/history': (_request, response) => response.json(history()),
    '/api/fleet/codes': (_request, response) => response.json(codes),
    // Answered ahead of Express; only its other methods arrive here.
    '/api/fleet': (_request, _response, next) => next(),
  };
  for (const [path, handler] of Object.entries(routes)) {
    app.route(path).get(handler).all(refuseMethod);
  }
  app.use('/fleet/assets', refuseWrites, assets(page.assetsDir));
  app.use((request, response) => {
    sendProblem(response, problem(404, requestId(request), 'There is nothing at this path.'));
  });
  app.use(answerError(failureLog));
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

function assets(directory: string): RequestHandler {
  return express.static(directory, {
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    redirect: false,
    // Their names carry a hash of their content.
    setHeaders: (response) => response.setHeader('Cache-Control', 'public, max-age=31536000, immutable'),
  });
}

const refuseMethod: RequestHandler = (request, response) => {
  response.setHeader('Allow', 'GET, HEAD');
  sendProblem(response, problem(405, requestId(request), 'This dashboard only reads: use GET or HEAD.'));
};

const refuseWrites: RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD') next();
  else refuseMethod(request, response, next);
};

function answerError(failureLog: FailureLog): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const id = requestId(request);
    failureLog.report(`${request.method} ${request.path}`, error, id);
    sendProblem(response, problem(500, id));
  };
}

function sendProblem(response: Response, facts: ReturnType<typeof problem>): void {
  response.status(facts.status).type(PROBLEM_TYPE).send(JSON.stringify(facts));
}
