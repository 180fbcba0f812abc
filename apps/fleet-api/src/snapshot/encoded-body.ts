import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One JSON text as bytes, in every encoding that is asked for, each made once and off the event loop. */
export type EncodedBody = {
  readonly etag: string;
  readonly identity: Buffer;
  /** The bytes when they exist already. */
  ready(encoding: Encoding): Buffer | undefined;
  bytes(encoding: Encoding): Promise<Buffer>;
};

const compressors: Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 6 }),
};

/** From JSON text in UTF-8. Compresses when first asked, so that encodings nobody takes cost nothing. */
export function encodeBody(identity: Buffer): EncodedBody {
  const made = new Map<Encoding, Buffer>([['identity', identity]]);
  const making = new Map<Encoding, Promise<Buffer>>();
  return {
    etag: `W/"${createHash('sha1').update(identity).digest('base64url')}"`,
    identity,
    ready: (encoding) => made.get(encoding),
    bytes(encoding) {
      if (encoding === 'identity') return Promise.resolve(identity);
      const begun = making.get(encoding);
      if (begun !== undefined) return begun;
      const begin = compressors[encoding](identity).then((bytes) => {
        made.set(encoding, bytes);
        return bytes;
      });
      making.set(encoding, begin);
      return begin;
    },
  };
}

/** The best encoding that the client accepts (RFC 9110, 12.5.3); identity unless another is named. */
export function chooseEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  const weights = new Map<string, number>();
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    weights.set(name, q === undefined ? 1 : Number(q.slice(2)) || 0);
  }
  const accepts = (name: string) => (weights.get(name) ?? weights.get('*') ?? 0) > 0;
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** Clients differ in a handful of ways; whoever sends ever new headers shall not fill the memory. */
const MOST_REMEMBERED = 100;

/** `chooseEncoding`, which reads each header text once. */
export function createEncodingChoice(): (acceptEncoding: string | undefined) => Encoding {
  const chosen = new Map<string | undefined, Encoding>();
  return (acceptEncoding) => {
    const known = chosen.get(acceptEncoding);
    if (known !== undefined) return known;
    const choice = chooseEncoding(acceptEncoding);
    if (chosen.size < MOST_REMEMBERED) chosen.set(acceptEncoding, choice);
    return choice;
  };
}
