import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EncodedBody, Encoding } from '../../snapshot/encoded-body.ts';
import { namesEntityTag } from '../requests/entity-tag.ts';

/** An answer's bytes in the encoding that the client is to get. */
export type EncodedAnswer = {
  readonly body: EncodedBody;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
};

/** Sends an answer, or 304 to a client that has it. `ownHeaders` are those of this request alone, names and values in turn. */
export type SendBody = (
  request: IncomingMessage,
  response: ServerResponse,
  ownHeaders: readonly string[],
  answer: EncodedAnswer,
) => void;

/**
 * The headers of an answer differ between requests only in those of their own: the rest is made once for each encoding, as
 * the flat list of names and values that Node writes fastest.
 */
export function createBodySender(headers: ReadonlyMap<string, string>): SendBody {
  const commonHeaders = bodyHeaders(headers);
  const prepared = new WeakMap<Buffer, readonly string[]>();

  function headersOf({ body, encoding, bytes }: EncodedAnswer): readonly string[] {
    const known = prepared.get(bytes);
    if (known !== undefined) return known;
    const headers = [...commonHeaders, 'ETag', body.etag];
    headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length));
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
    prepared.set(bytes, headers);
    return headers;
  }

  return (request, response, ownHeaders, answer) => {
    const { body, bytes } = answer;
    const known = request.headers['if-none-match'];
    if (known !== undefined && namesEntityTag(known, body.etag)) {
      response.writeHead(304, [...ownHeaders, ...commonHeaders, 'ETag', body.etag]).end();
      return;
    }
    response.writeHead(200, [...ownHeaders, ...headersOf(answer)]);
    response.end(bytes);
  };
}

/** The headers of whatever is answered in one encoding or another, as a flat list. */
export function bodyHeaders(headers: ReadonlyMap<string, string>): string[] {
  return [...[...headers].flat(), 'Cache-Control', 'no-store', 'Vary', 'Accept-Encoding'];
}

/** The answer in this encoding, once it is there. */
export async function encodeAnswer(
  body: EncodedBody | Promise<EncodedBody>,
  encoding: Encoding,
): Promise<EncodedAnswer> {
  const made = await body;
  return { body: made, encoding, bytes: await made.bytes(encoding) };
}
