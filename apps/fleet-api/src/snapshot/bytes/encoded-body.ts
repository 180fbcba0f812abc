import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One text as bytes, in every encoding that is asked for, each made once and off the event loop. */
export type EncodedBody = {
  readonly etag: string;
  readonly identity: Buffer;
  /** The bytes when they exist already. */
  ready(encoding: Encoding): Buffer | undefined;
  bytes(encoding: Encoding): Promise<Buffer>;
};

export const GZIP_OPTIONS = { level: 6 };

export function brotliOptions({ length }: Buffer) {
  return {
    params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: length },
  };
}

const compressors: Record<Exclude<Encoding, 'identity'>, (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, brotliOptions(bytes)),
  gzip: (bytes) => promisify(gzip)(bytes, GZIP_OPTIONS),
};

/** From text in UTF-8. Compresses when first asked, so that encodings nobody takes cost nothing. */
export function encodeBody(identity: Buffer): EncodedBody {
  const made = new Map<Encoding, Buffer>([['identity', identity]]);
  const making = new Map<Encoding, Promise<Buffer>>();
  return {
    etag: `W/"${randomUUID()}"`,
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
