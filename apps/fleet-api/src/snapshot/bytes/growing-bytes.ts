/** JSON text in UTF-8 in one piece of memory, which grows by half of what it has. */
export type GrowingBytes = {
  add(text: string): void;
  /** Adds bytes as they are. */
  copy(bytes: Buffer, from: number, to: number): void;
  length(): number;
  /** What has been added, without a copy. */
  bytes(): Buffer;
};

export function growingBytes(firstSize = 16_384): GrowingBytes {
  let memory = Buffer.allocUnsafeSlow(firstSize);
  let length = 0;
  function makeRoom(forBytes: number): void {
    const most = length + forBytes;
    if (most <= memory.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.ceil(Math.max(most, 1.5 * memory.length)));
    memory.copy(larger, 0, 0, length);
    memory = larger;
  }
  function write(text: string): number {
    makeRoom(3 * text.length);
    return memory.write(text, length);
  }
  return {
    add(text) {
      const written = write(text);
      length += written === text.length ? written : write(inLatin1(text));
    },
    copy(bytes, from, to) {
      makeRoom(to - from);
      length += bytes.copy(memory, length, from, to);
    },
    length: () => length,
    bytes: () => memory.subarray(0, length),
  };
}

/** The same JSON without a character beyond Latin-1: one such in megabytes, and a browser holds and reads all in twice the room. */
function inLatin1(json: string): string {
  return json.replace(/[\u0100-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
