import { createServer, type RequestListener, type Server } from 'node:http';
import {
  LONGEST_HEADERS_MS,
  LONGEST_IDLE_MS,
  LONGEST_REQUEST_MS,
  MOST_HEADER_BYTES,
  MOST_WAITING_REQUESTS,
  SWEEP_INTERVAL_MS,
} from '../limits.ts';
import type { LimitLog } from '../log/limit-log.ts';
import type { Responder } from './answers/fleet-responder.ts';
import { sendProblem } from './answers/problem-sender.ts';
import { guardConnections } from './connections/open-connections.ts';
import { createWaitingRequests } from './connections/waiting-requests.ts';
import type { HostVerdict } from './requests/host-check.ts';
import { createRequestCheck } from './requests/request-check.ts';

export type HttpServerOptions = {
  readonly answerFleet: Responder;
  readonly app: RequestListener;
  readonly headers: ReadonlyMap<string, string>;
  readonly checkHost: (host: string) => HostVerdict;
  readonly limitLog: LimitLog;
};

/**
 * One listener: the answers of `/api/fleet` ahead of Express, which would cost them five times the work,
 * and Express for all else. What is not for us is refused before either; clients that hold what others need are closed.
 */
export function createHttpServer(options: HttpServerOptions): Server {
  const { answerFleet, app, headers, checkHost, limitLog } = options;
  const check = createRequestCheck(checkHost);
  const mayWait = createWaitingRequests(MOST_WAITING_REQUESTS, limitLog);

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
      if (refusal !== undefined) {
        if (refusal.status === 421) limitLog.reached('hosts', { host: request.headers.host });
        sendProblem(request, response, headers, refusal);
      } else if (isRead(request.method) && isFleetPath(request.url ?? '')) answerFleet(request, response);
      else app(request, response);
      if (!response.writableEnded) connections.answersLater(request, response);
    },
  );
  const connections = guardConnections(server, limitLog);
  return server;
}

function isRead(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}

function isFleetPath(url: string): boolean {
  return url === '/api/fleet' || url.startsWith('/api/fleet?');
}
