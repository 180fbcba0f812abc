import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from './encoded-body.ts';
import { openText } from './open-text.ts';

const decoders: Record<Encoding, (bytes: Buffer) => Buffer> = {
  identity: (bytes) => bytes,
  gzip: gunzipSync,
  br: brotliDecompressSync,
};
const ENCODINGS = ['identity', 'gzip', 'br'] as const;

describe.each(ENCODINGS)('in %s', (encoding) => {
  const decode = async (pieces: Promise<readonly Buffer[]>) =>
    decoders[encoding](Buffer.concat(await pieces));

  it('any beginning with any end is the whole text', async () => {
    const bytes = (minLength: number) =>
      fc.uint8Array({ minLength, maxLength: 3000 }).map((array) => Buffer.from(array));
    await fc.assert(
      fc.asyncProperty(bytes(0), bytes(0), bytes(1), bytes(1), async (first, second, one, other) => {
        const text = openText([first, second]);
        for (const end of [one, other])
          expect(
            (await decode(text.endedWith(encoding, end))).equals(Buffer.concat([first, second, end])),
          ).toBe(true);
      }),
    );
  });

  it('a long beginning is compressed once, and shared by all', async () => {
    const text = openText([Buffer.from('{"process_id":"monitor-1"},'.repeat(100_000))]);
    const [one, other] = await Promise.all([
      text.endedWith(encoding, Buffer.from('one')),
      text.endedWith(encoding, Buffer.from('other')),
    ]);
    expect(one[0]).toBe(other[0]);
    expect(Buffer.concat([...one]).length < 30_000).toBe(encoding !== 'identity');
  });

  it('the end may be just less than 64 KB', async () => {
    const end = Buffer.alloc(65_535, 'x');
    expect((await decode(openText([Buffer.from('text')]).endedWith(encoding, end))).length).toBe(4 + 65_535);
  });
});
