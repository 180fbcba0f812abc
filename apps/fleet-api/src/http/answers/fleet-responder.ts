import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Encoding } from '../../snapshot/encoded-body.ts';
import type { SnapshotCache } from '../../snapshot/snapshot-cache.ts';
import type { TakenSnapshot } from '../../snapshot/take-snapshot.ts';
import { withinTime } from '../../snapshot/within-time.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';
import { requestId } from '../requests/request-id.ts';
import { createBodySender, type EncodedAnswer, encodeAnswer } from './body-sender.ts';
import type { SendFleetFailure } from './fleet-failure.ts';

export type FleetResponderOptions = {
  readonly cache: SnapshotCache<TakenSnapshot>;
  readonly headers: ReadonlyMap<string, string>;
  readonly timeoutMs: number;
  readonly sendFailure: SendFleetFailure;
};

export type Responder = (request: IncomingMessage, response: ServerResponse) => void;

/** Answers GET and HEAD of `/api/fleet`: the present snapshot, or a problem that carries the last one. */
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

  return (request, response) => {
    const id = requestId(request);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const taken = cache.fresh();
    const bytes = taken instanceof Promise ? undefined : taken.body.ready(encoding);
    if (!(taken instanceof Promise) && bytes !== undefined) {
      sendSnapshot(request, response, own(id), { body: taken.body, encoding, bytes });
      return;
    }
    withinTime(encode(taken, encoding), timeoutMs, 'snapshot').then(
      (snapshot) => sendSnapshot(request, response, own(id), snapshot),
      (error: unknown) => sendFailure(request, response, error),
    );
  };
}

async function encode(
  taken: TakenSnapshot | Promise<TakenSnapshot>,
  encoding: Encoding,
): Promise<EncodedAnswer> {
  return encodeAnswer((await taken).body, encoding);
}
