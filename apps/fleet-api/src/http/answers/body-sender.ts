import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EncodedBody, Encoding } from '../../snapshot/bytes/encoded-body.ts';
import { namesEntityTag } from '../requests/entity-tag.ts';

/** An answer's bytes in the encoding that the client is to get. */
export type EncodedAnswer = {
  readonly body: EncodedBody;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
};

/**
 * Sends an answer, or 304 to a client that has it: not where the status is another than 200, which asks for no condition
 * (RFC 9110, 13.2.1). `ownHeaders` are those of this request alone, names and values in turn.
 */
export type SendBody = (
  request: IncomingMessage,
  response: ServerResponse,
  ownHeaders: readonly string[],
  answer: EncodedAnswer,
  status?: 200 | 503,
) => void;

/**
 * The headers of an answer differ between requests only in those of their own: the rest is made once for each encoding, as
 * the flat list of names and values that Node writes fastest.
 */
export function createBodySender(headers: ReadonlyMap<string, string>): SendBody {
  const commonHeaders = bodyHeaders(headers);
  const prepared = new WeakMap<Buffer, string[]>();

  /** Node writes the list out before it returns: the same one serves each request in its turn. */
  function headersOf(own: readonly string[], { body, encoding, bytes }: EncodedAnswer): string[] {
    const known = prepared.get(bytes);
    if (known !== undefined) {
      for (let at = 0; at < own.length; at += 1) known[at] = own[at] ?? '';
      return known;
    }
    const headers = [...own, ...commonHeaders, 'ETag', body.etag];
    headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length));
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
    prepared.set(bytes, headers);
    return headers;
  }

  return (request, response, ownHeaders, answer, status = 200) => {
    const { body, bytes } = answer;
    const known = request.headers['if-none-match'];
    if (status === 200 && known !== undefined && namesEntityTag(known, body.etag)) {
      response.writeHead(304, [...ownHeaders, ...commonHeaders, 'ETag', body.etag]).end();
      return;
    }
    response.writeHead(status, headersOf(ownHeaders, answer));
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
