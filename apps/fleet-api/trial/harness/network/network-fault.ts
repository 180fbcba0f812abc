/** How a network between two machines can be. Bytes are those from the server, per connection. */
export type NetworkFault =
  | { readonly kind: 'pass' }
  | { readonly kind: 'refuse' }
  | { readonly kind: 'black-hole' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'delay'; readonly delayMs: number }
  /** The connection ends after this many bytes. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** One bit arrives the other way round. */
  | { readonly kind: 'flip'; readonly bit: number }
  /** The server's first words arrive, and nothing after them. */
  | { readonly kind: 'stall-after-greeting' };

type Altered = { readonly bytes: Buffer; readonly next: 'go-on' | 'end' | 'stall' };

/** What arrives of a chunk that begins after `before` bytes of the connection, and what happens then. */
export function alterBytes(fault: NetworkFault, before: number, chunk: Buffer): Altered {
  switch (fault.kind) {
    case 'cut': {
      const left = fault.afterBytes - before;
      return left > chunk.length
        ? { bytes: chunk, next: 'go-on' }
        : { bytes: chunk.subarray(0, Math.max(0, left)), next: 'end' };
    }
    case 'flip': {
      const at = (fault.bit >> 3) - before;
      if (at < 0 || at >= chunk.length) return { bytes: chunk, next: 'go-on' };
      const bytes = Buffer.from(chunk);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (fault.bit & 7)), at);
      return { bytes, next: 'go-on' };
    }
    case 'stall-after-greeting':
      return before === 0 ? { bytes: chunk, next: 'stall' } : { bytes: Buffer.alloc(0), next: 'stall' };
    default:
      return { bytes: chunk, next: 'go-on' };
  }
}
