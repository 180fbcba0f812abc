import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeBody } from './encoded-body.ts';

describe('encodeBody', () => {
  const json = JSON.stringify({ text: 'fleet '.repeat(100) });

  it('gives the same text in every encoding', async () => {
    const body = encodeBody(Buffer.from(json));
    expect(gunzipSync(await body.bytes('gzip')).toString()).toBe(json);
    expect(brotliDecompressSync(await body.bytes('br')).toString()).toBe(json);
    expect((await body.bytes('identity')).toString()).toBe(json);
  });

  it('compresses once for all who ask', async () => {
    const body = encodeBody(Buffer.from(json));
    expect(body.ready('br')).toBeUndefined();
    const [first, second] = await Promise.all([body.bytes('br'), body.bytes('br')]);
    expect(first).toBe(second);
    expect(body.ready('br')).toBe(first);
  });

  it('has another tag for another text', () => {
    expect(encodeBody(Buffer.from('{}')).etag).not.toBe(encodeBody(Buffer.from('[]')).etag);
  });
});
