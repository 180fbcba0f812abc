import type { RequestHandler } from 'express';
import type { EncodedBody } from '../snapshot/encoded-body.ts';
import type { Aged } from '../snapshot/snapshot-cache.ts';
import { createEncodingChoice } from './encoding-choice.ts';
import { requestId } from './request-id.ts';
import { createSnapshotSender } from './snapshot-sender.ts';

/** Answers with what is read when it is asked for, encoded once for all who share it, and with its age in whole seconds. */
export function answerEncoded(
  headers: ReadonlyMap<string, string>,
  read: () => Promise<Aged<EncodedBody>>,
): RequestHandler {
  const send = createSnapshotSender([
    ...[...headers].flat(),
    'Cache-Control',
    'no-store',
    'Vary',
    'Accept-Encoding',
  ]);
  const chooseEncoding = createEncodingChoice();
  return async (request, response) => {
    const { value: body, ageMs } = await read();
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const bytes = await body.bytes(encoding);
    const own = { requestId: requestId(request), ageSec: Math.floor(ageMs() / 1000) };
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    send(request, response, own, { body, encoding, bytes });
  };
}
