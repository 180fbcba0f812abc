import { readdirSync } from 'node:fs';
import type { RequestHandler } from 'express';
import type { Encoding } from '../../snapshot/bytes/encoded-body.ts';
import { createEncodingChoice } from '../requests/encoding-choice.ts';

const ENDINGS = { br: '.br', gzip: '.gz', identity: '' } as const satisfies Record<Encoding, string>;

/**
 * Points a request for an asset to its compressed twin, made at build, where there is one and the client takes it; what
 * serves files does all else. Which twins there are is looked up once.
 */
export function compressedAssets(directory: string): RequestHandler {
  const chooseEncoding = createEncodingChoice();
  const names = new Set(listNames(directory));
  return (request, response, next) => {
    const name = request.path.slice(1);
    if (!names.has(`${name}${ENDINGS.br}`)) {
      next();
      return;
    }
    response.vary('Accept-Encoding');
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    const twin = `${name}${ENDINGS[encoding]}`;
    if (encoding !== 'identity' && names.has(twin)) {
      response.type(name).setHeader('Content-Encoding', encoding);
      request.url = `/${twin}`;
    }
    next();
  };
}

function listNames(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
