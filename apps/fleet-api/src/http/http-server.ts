import { createServer, type RequestListener, type Server } from 'node:http';
import type { Responder } from './fleet-responder.ts';
import { closeSlowReaders } from './slow-readers.ts';

/** Enough for the largest answer over a poor mobile connection, compressed. */
const LONGEST_READ_MS = 10_000;

/**
 * One listener: the answers of `/api/fleet` ahead of Express, which would cost them five times the work,
 * and Express for all else. Slow and idle clients are closed.
 */
export function createHttpServer(answerFleet: Responder, app: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: 5000,
      requestTimeout: 10_000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 65_000,
      maxHeaderSize: 16_384,
    },
    (request, response) => {
      const reads = request.method === 'GET' || request.method === 'HEAD';
      if (reads && isFleetPath(request.url ?? '')) answerFleet(request, response);
      else app(request, response);
    },
  );
  server.maxConnections = 512;
  closeSlowReaders(server, LONGEST_READ_MS);
  return server;
}

function isFleetPath(url: string): boolean {
  return url === '/api/fleet' || url.startsWith('/api/fleet?');
}
