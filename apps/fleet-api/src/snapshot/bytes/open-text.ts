import { promisify } from 'node:util';
import { brotliCompress, constants, crc32, gzip } from 'node:zlib';
import { brotliOptions, type Encoding, GZIP_OPTIONS } from './encoded-body.ts';

/** The beginning of a text that ends differently for each client: it is compressed once for all of them. */
export type OpenText = {
  /** The bytes, in pieces, of the whole text. The end stands in them as it is, and is shorter than 64 KB. */
  endedWith(encoding: Encoding, end: Buffer): Promise<readonly Buffer[]>;
};

export function openText(beginning: readonly Buffer[]): OpenText {
  const ends: Partial<Record<Encoding, Promise<(end: Buffer) => readonly Buffer[]>>> = {};
  return {
    async endedWith(encoding, end) {
      ends[encoding] ??= OPEN[encoding](beginning);
      return (await ends[encoding])(end);
    },
  };
}

const OPEN: Record<Encoding, (beginning: readonly Buffer[]) => Promise<(end: Buffer) => readonly Buffer[]>> =
  {
    identity: async (beginning) => (end) => [...beginning, end],

    gzip: async (pieces) => {
      const beginning = Buffer.concat(pieces);
      const crc = crc32(beginning);
      const options = { ...GZIP_OPTIONS, finishFlush: constants.Z_SYNC_FLUSH };
      const blocks = await promisify(gzip)(beginning, options);
      return (end) => [
        blocks,
        storedBlock(end),
        end,
        gzipTrailer(crc32(end, crc), beginning.length + end.length),
      ];
    },

    br: async (pieces) => {
      const beginning = Buffer.concat(pieces);
      const options = { ...brotliOptions(beginning), finishFlush: constants.BROTLI_OPERATION_FLUSH };
      const blocks = await promisify(brotliCompress)(beginning, options);
      return (end) => [blocks, uncompressedMetaBlock(end), end, LAST_META_BLOCK];
    },
  };

/** The header of a last block that is not compressed (RFC 1951, 3.2.4). */
function storedBlock({ length }: Buffer): Buffer {
  const header = Buffer.from([1, 0, 0, 0, 0]);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(0xffff - length, 3);
  return header;
}

function gzipTrailer(crc: number, length: number): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return trailer;
}

/** The header of a meta-block that is neither the last nor compressed, its length in 16 bits (RFC 7932, 9.2). */
function uncompressedMetaBlock({ length }: Buffer): Buffer {
  const header = Buffer.alloc(3);
  header.writeUIntLE(((length - 1) << 3) | (1 << 19), 0, 3);
  return header;
}

/** The last one, and empty. */
const LAST_META_BLOCK = Buffer.from([3]);
