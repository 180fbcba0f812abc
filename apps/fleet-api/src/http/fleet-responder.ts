import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FleetProblem, Problem } from 'fleet-core/contract/problem';
import { DatabaseFailure } from '../database/database-failure.ts';
import type { FailureLog } from '../failure-log.ts';
import { chooseEncoding, type EncodedBody, type Encoding } from '../snapshot/encoded-body.ts';
import type { Aged, SnapshotCache } from '../snapshot/snapshot-cache.ts';
import { PROBLEM_TYPE, problem } from './problem.ts';
import { requestId } from './request-id.ts';

export type FleetResponderOptions = {
  readonly cache: SnapshotCache<EncodedBody>;
  readonly headers: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly failureLog: FailureLog;
};

export type Responder = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers GET and HEAD of `/api/fleet`: the present snapshot, or a problem that carries the last one. */
export function createFleetResponder(options: FleetResponderOptions): Responder {
  const { cache, timeoutMs, failureLog } = options;
  const commonHeaders = {
    ...Object.fromEntries(options.headers),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
  };

  return (request, response) => {
    const id = requestId(request);
    const headers = { ...commonHeaders, 'X-Request-Id': id };
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const snapshot = cache.fresh();
    const ready = snapshot instanceof Promise ? undefined : snapshot.ready(encoding);
    if (!(snapshot instanceof Promise) && ready !== undefined) return sendSnapshot(snapshot, ready);

    withTimeout(compress(snapshot, encoding), timeoutMs).then(
      ({ body, bytes }) => sendSnapshot(body, bytes),
      (error: unknown) => sendProblem(error),
    );

    function sendSnapshot(body: EncodedBody, bytes: Buffer): void {
      if (request.headers['if-none-match']?.includes(body.etag)) {
        response.writeHead(304, { ...headers, ETag: body.etag }).end();
        return;
      }
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': bytes.length,
        ETag: body.etag,
        ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
      });
      response.end(bytes);
    }

    function sendProblem(error: unknown): void {
      const failureId = failureLog.report('snapshot', error, id);
      const ours = !(error instanceof DatabaseFailure) || error.failureClass === 'internal';
      const facts = ours
        ? problem(500, id, 'The fleet snapshot could not be made.')
        : problem(503, id, 'The fleet could not be read in time.');
      const bytes = problemBody({ ...facts, failure_id: failureId }, cache.last());
      response.writeHead(facts.status, {
        ...headers,
        'Content-Type': PROBLEM_TYPE,
        'Content-Length': bytes.length,
        'Retry-After': 5,
      });
      response.end(bytes);
    }
  };
}

async function compress(snapshot: EncodedBody | Promise<EncodedBody>, encoding: Encoding) {
  const body = await snapshot;
  return { body, bytes: await body.bytes(encoding) };
}

function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new DatabaseFailure('timeout', `no snapshot within ${timeoutMs} ms`)),
      timeoutMs,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Puts the last snapshot's own bytes in place, so that it is not parsed and written anew for every client. */
function problemBody(facts: Problem, last: Aged<EncodedBody> | undefined): Buffer {
  const extension = {
    last_snapshot: null,
    last_snapshot_age_sec: last === undefined ? null : Math.round(last.ageMs() / 1000),
  } satisfies Pick<FleetProblem, 'last_snapshot' | 'last_snapshot_age_sec'>;
  const text = JSON.stringify({ ...facts, ...extension });
  if (last === undefined) return Buffer.from(text);
  const hole = '"last_snapshot":null';
  const at = text.lastIndexOf(hole) + hole.length - 'null'.length;
  return Buffer.concat([
    Buffer.from(text.slice(0, at)),
    last.value.identity,
    Buffer.from(text.slice(at + 'null'.length)),
  ]);
}
