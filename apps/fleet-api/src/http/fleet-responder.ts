import type { IncomingMessage, ServerResponse } from 'node:http';
import { DatabaseFailure } from '../database/database-failure.ts';
import type { FailureLog } from '../log/failure-log.ts';
import type { EncodedBody } from '../snapshot/encoded-body.ts';
import type { SnapshotCache } from '../snapshot/snapshot-cache.ts';
import { bodyHeaders, createBodySender, encodeAnswer } from './body-sender.ts';
import { createEncodingChoice } from './encoding-choice.ts';
import { type ProblemFacts, sendFleetProblem } from './problem-sender.ts';
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
  const headers = bodyHeaders(options.headers);
  const sendSnapshot = createBodySender(options.headers);
  const chooseEncoding = createEncodingChoice();

  /** What is served is always the last that was read. */
  const own = (id: string) => [
    'X-Request-Id',
    id,
    'Age',
    String(Math.floor((cache.last()?.ageMs() ?? 0) / 1000)),
  ];

  return (request, response) => {
    const id = requestId(request);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const body = cache.fresh();
    const bytes = body instanceof Promise ? undefined : body.ready(encoding);
    if (!(body instanceof Promise) && bytes !== undefined) {
      sendSnapshot(request, response, own(id), { body, encoding, bytes });
      return;
    }
    withTimeout(encodeAnswer(body, encoding), timeoutMs).then(
      (snapshot) => sendSnapshot(request, response, own(id), snapshot),
      (error: unknown) => {
        const failureId = failureLog.report('snapshot', error, id);
        const facts = { ...describeFailure(error), failureId };
        void sendFleetProblem(request, response, headers, facts, { last: cache.last(), encoding });
      },
    );
  };
}

function describeFailure(error: unknown): ProblemFacts {
  if (!(error instanceof DatabaseFailure) || error.isOurs)
    return { status: 500, detail: 'The fleet snapshot could not be made.' };
  return error.failureClass === 'too_many_rows'
    ? { status: 503, detail: 'The fleet has more processes than this dashboard reads.' }
    : { status: 503, detail: 'The fleet could not be read in time.' };
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
