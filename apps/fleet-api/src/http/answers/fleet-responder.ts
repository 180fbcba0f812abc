import type { IncomingMessage, ServerResponse } from 'node:http';
import { mayAdvance } from 'fleet-core/rules/gate/may-advance';
import type { Encoding } from '../../snapshot/bytes/encoded-body.ts';
import type { SnapshotCache } from '../../snapshot/snapshot-cache.ts';
import type { TakenSnapshot } from '../../snapshot/take-snapshot.ts';
import { withinTime } from '../../snapshot/within-time.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';
import { BadQuery } from '../requests/read-query.ts';
import { factsOfError } from '../requests/request-error.ts';
import { requestId } from '../requests/request-id.ts';
import { readStrictAmongOthers } from '../requests/strict-query.ts';
import { createBodySender, encodeAnswer } from './body-sender.ts';
import type { SendFleetFailure } from './fleet-failure.ts';
import { sendProblem } from './problem-sender.ts';

export type FleetResponderOptions = {
  readonly cache: SnapshotCache<TakenSnapshot>;
  readonly headers: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly sendFailure: SendFleetFailure;
};

export type Responder = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Answers GET and HEAD of `/api/fleet`: the present snapshot, or a problem that carries the last one. Asked to be strict,
 * with 503 and the snapshot where the fleet may not advance.
 */
export function createFleetResponder(options: FleetResponderOptions): Responder {
  const { cache, timeoutMs, sendFailure } = options;
  const sendSnapshot = createBodySender(options.headers);
  const chooseEncoding = createEncodingChoice();

  /** What is served is always the last that was read. */
  const own = (id: string) => [
    'X-Request-Id',
    id,
    'Age',
    String(Math.floor((cache.last()?.ageMs() ?? 0) / 1000)),
  ];

  const statusOf = (taken: TakenSnapshot, strict: boolean) =>
    strict && !mayAdvance(taken.snapshot) ? 503 : 200;

  return (request, response) => {
    const strict = strictOf(request);
    if (strict instanceof BadQuery) {
      sendProblem(request, response, options.headers, factsOfError(strict));
      return;
    }
    const id = requestId(request);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const taken = cache.fresh();
    const bytes = taken instanceof Promise ? undefined : taken.body.ready(encoding);
    if (!(taken instanceof Promise) && bytes !== undefined) {
      sendSnapshot(
        request,
        response,
        own(id),
        { body: taken.body, encoding, bytes },
        statusOf(taken, strict),
      );
      return;
    }
    withinTime(answer(taken, encoding, strict), timeoutMs, 'snapshot').then(
      ({ encoded, status }) => sendSnapshot(request, response, own(id), encoded, status),
      (error: unknown) => sendFailure(request, response, error),
    );
  };

  async function answer(
    pending: TakenSnapshot | Promise<TakenSnapshot>,
    encoding: Encoding,
    strict: boolean,
  ) {
    const taken = await pending;
    return { encoded: await encodeAnswer(taken.body, encoding), status: statusOf(taken, strict) } as const;
  }
}

/** Express, which would catch it, is not there. */
function strictOf(request: IncomingMessage): boolean | BadQuery {
  try {
    return readStrictAmongOthers(request.url ?? '');
  } catch (error) {
    if (error instanceof BadQuery) return error;
    throw error;
  }
}
