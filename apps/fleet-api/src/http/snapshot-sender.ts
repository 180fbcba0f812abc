import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EncodedBody, Encoding } from '../snapshot/encoded-body.ts';
import { namesEntityTag } from './entity-tag.ts';

/** A snapshot's bytes in the encoding that the client is to get. */
export type EncodedSnapshot = {
  readonly body: EncodedBody;
  readonly encoding: Encoding;
  readonly bytes: Buffer;
};

/** Sends a snapshot with its age in whole seconds, or 304 to a client that has it. */
export type SendSnapshot = (
  request: IncomingMessage,
  response: ServerResponse,
  own: { readonly requestId: string; readonly ageSec: number },
  snapshot: EncodedSnapshot,
) => void;

/** The headers of every answer that is, or carries, a snapshot: names and values in turn. */
export function snapshotHeaders(common: ReadonlyMap<string, string>): string[] {
  return [...[...common].flat(), 'Cache-Control', 'no-store', 'Vary', 'Accept-Encoding'];
}

/**
 * The headers of a snapshot differ between requests only in their id and the age: the rest is made once for each encoding,
 * as the flat list of names and values that Node writes fastest.
 */
export function createSnapshotSender(commonHeaders: readonly string[]): SendSnapshot {
  const prepared = new WeakMap<Buffer, readonly string[]>();

  function headersOf({ body, encoding, bytes }: EncodedSnapshot): readonly string[] {
    const known = prepared.get(bytes);
    if (known !== undefined) return known;
    const headers = [...commonHeaders, 'ETag', body.etag];
    headers.push('Content-Type', 'application/json; charset=utf-8', 'Content-Length', String(bytes.length));
    if (encoding !== 'identity') headers.push('Content-Encoding', encoding);
    prepared.set(bytes, headers);
    return headers;
  }

  return (request, response, { requestId, ageSec }, snapshot) => {
    const { body, bytes } = snapshot;
    const own = ['X-Request-Id', requestId, 'Age', String(ageSec)];
    const known = request.headers['if-none-match'];
    if (known !== undefined && namesEntityTag(known, body.etag)) {
      response.writeHead(304, [...own, ...commonHeaders, 'ETag', body.etag]).end();
      return;
    }
    response.writeHead(200, [...own, ...headersOf(snapshot)]);
    response.end(bytes);
  };
}
