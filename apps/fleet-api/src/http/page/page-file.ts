import type { RequestHandler } from 'express';
import { encodeBody } from '../../snapshot/bytes/encoded-body.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';
import { PageMissing } from '../requests/request-error.ts';

/** Answers with one file of the page, compressed for whoever takes it so. Throws `PageMissing` when there is none. */
export function pageFile(bytes: Buffer | undefined, type: 'html' | 'js'): RequestHandler {
  const body = bytes && encodeBody(bytes);
  const chooseEncoding = createEncodingChoice();
  return async (request, response) => {
    if (body === undefined) throw new PageMissing();
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const encoded = await body.bytes(encoding);
    response.type(type).vary('Accept-Encoding');
    if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
    response.send(encoded);
  };
}
