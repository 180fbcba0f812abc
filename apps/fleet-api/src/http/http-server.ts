import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import {
  LONGEST_HEADERS_MS,
  LONGEST_IDLE_MS,
  LONGEST_REQUEST_MS,
  MOST_HEADER_BYTES,
  MOST_WAITING_REQUESTS,
  SWEEP_INTERVAL_MS,
} from '../limits.ts';
import type { LimitLog } from '../log/limit-log.ts';
import type { Tallies } from '../tallies/tallies.ts';
import type { AccessControl } from './access/access-control.ts';
import type { Responder } from './answers/fleet-responder.ts';
import { sendProblem } from './answers/problem-sender.ts';
import { guardConnections } from './connections/open-connections.ts';
import { createWaitingRequests } from './connections/waiting-requests.ts';
import { type Route, routeOf } from './paths.ts';
import { withoutBasePath } from './requests/base-path.ts';
import type { HostVerdict } from './requests/host-check.ts';
import { createRequestCheck } from './requests/request-check.ts';

export type HttpServerOptions = {
  readonly answerFleet: Responder;
  readonly app: RequestListener;
  readonly headers: ReadonlyMap<string, string>;
  readonly checkHost: (host: string) => HostVerdict;
  /** What stands before every path, or nothing. */
  readonly basePath: string;
  readonly access: Pick<AccessControl, 'check'>;
  readonly limitLog: LimitLog;
  readonly tallies: Tallies;
};

/**
 * One listener: the answers of `/api/fleet` ahead of Express, which would cost them five times the work,
 * and Express for all else. What is not for us, and who may not look, is refused before either; clients that hold what others need are closed.
 */
export function createHttpServer(options: HttpServerOptions): Server {
  const { answerFleet, app, headers, checkHost, basePath, access, limitLog, tallies } = options;
  const check = createRequestCheck(checkHost);
  const mayWait = createWaitingRequests(MOST_WAITING_REQUESTS, limitLog);

  function answer(request: IncomingMessage, response: ServerResponse, route: Route): void {
    const denial = access.check(request, response);
    if (denial !== undefined) sendProblem(request, response, headers, denial);
    else if (isRead(request.method) && route === '/api/fleet') answerFleet(request, response);
    else app(request, response);
  }

  const server = createServer(
    {
      headersTimeout: LONGEST_HEADERS_MS,
      requestTimeout: LONGEST_REQUEST_MS,
      connectionsCheckingInterval: SWEEP_INTERVAL_MS,
      keepAliveTimeout: LONGEST_IDLE_MS,
      maxHeaderSize: MOST_HEADER_BYTES,
      // Two hosts are told apart from one.
      joinDuplicateHeaders: true,
    },
    (request, response) => {
      if (response.socket === null && !mayWait(request, response)) return;
      const refusal = check(request);
      request.url = withoutBasePath(request.url ?? '', basePath);
      const route = routeOf(request.url);
      if (refusal !== undefined) {
        if (refusal.status === 421) limitLog.reached('hosts', { host: request.headers.host });
        sendProblem(request, response, headers, refusal);
      } else answer(request, response, route);
      if (!response.writableEnded) connections.answersLater(request, response);
      countAnswer(tallies, route, response);
    },
  );
  const connections = guardConnections(server, limitLog);
  return server;
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** An answer that is given at once costs no listener. */
function countAnswer(tallies: Tallies, route: Route, response: ServerResponse): void {
  if (response.writableEnded) tallies.answered(route, response.statusCode);
  else
    response.once('close', () => tallies.answered(route, response.headersSent ? response.statusCode : null));
}
