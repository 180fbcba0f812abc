import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AskedTimes } from 'fleet-core/rules/history/tell-history';
import * as z from 'zod/mini';
import type { EncodedBody } from '../snapshot/encoded-body.ts';
import { createBodySender, encodeAnswer } from './body-sender.ts';
import { createEncodingChoice } from './encoding-choice.ts';
import { readQuery } from './read-query.ts';
import { requestId } from './request-id.ts';

/** The last instant that is written with four digits of a year in every zone. */
const LAST_MS = Date.UTC(9999, 11, 31);

const InstantMs = z.pipe(
  z.pipe(
    z.iso.datetime({ offset: true, error: 'is no instant such as 2026-04-30T14:00:00Z' }),
    z.transform((text) => Date.parse(text)),
  ),
  z.number().check(z.gte(0, 'lies before 1970'), z.lte(LAST_MS, 'lies after the year 9999')),
);

const HistoryQuery = z.strictObject({ since: z.optional(InstantMs), until: z.optional(InstantMs) }).check(
  z.refine(({ since, until }) => since === undefined || until === undefined || since <= until, {
    path: ['until'],
    error: 'lies before since',
  }),
);

/** Answers `/api/fleet/history`, or rejects with a `BadQuery`. */
export function createHistoryResponder(
  historyBody: (asked: AskedTimes) => EncodedBody,
  headers: ReadonlyMap<string, string>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const sendBody = createBodySender(headers);
  const chooseEncoding = createEncodingChoice();

  return async (request, response) => {
    const { since = null, until = null } = readQuery(request.url ?? '', HistoryQuery);
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const answer = await encodeAnswer(historyBody({ sinceMs: since, untilMs: until }), encoding);
    sendBody(request, response, ['X-Request-Id', requestId(request)], answer);
  };
}
