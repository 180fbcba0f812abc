import type { RequestHandler } from 'express';
import type { EncodedBody } from '../../snapshot/bytes/encoded-body.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';
import { requestId } from '../requests/request-id.ts';
import { createBodySender, encodeAnswer } from './body-sender.ts';

/** What one request is answered with, and how old that is where that is to be told. */
export type Answered = { readonly body: EncodedBody; readonly ageMs?: () => number };

/**
 * Answers with what `answer` makes of the request's target: encoded once for all who share it, 304 to who has it, and with
 * its age in whole seconds. What `answer` rejects with is left to the error handler.
 */
export function answerEncoded(
  headers: ReadonlyMap<string, string>,
  answer: (target: string) => Answered | Promise<Answered>,
): RequestHandler {
  const send = createBodySender(headers);
  const chooseEncoding = createEncodingChoice();
  return async (request, response) => {
    const { body, ageMs } = await answer(request.url);
    const encoded = await encodeAnswer(body, chooseEncoding(request.headers['accept-encoding']));
    const age = ageMs === undefined ? [] : ['Age', String(Math.floor(ageMs() / 1000))];
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    send(request, response, ['X-Request-Id', requestId(request), ...age], encoded);
  };
}
