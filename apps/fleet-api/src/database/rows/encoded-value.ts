/** What stands for a value that is null. */
const NULL = 251;
const TWO_BYTES_OF_LENGTH = 252;
const THREE_BYTES_OF_LENGTH = 253;

/** From this length on a call that compares is cheaper than a loop. */
const LONG = 32;

/** How many bytes the value at `at` takes with its length, as MySQL sends the values of a row one after the other. */
export function encodedLength(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? NULL;
  if (first < NULL) return 1 + first;
  if (first === NULL) return 1;
  if (first === TWO_BYTES_OF_LENGTH) return 3 + bytes.readUIntLE(at + 1, 2);
  if (first === THREE_BYTES_OF_LENGTH) return 4 + bytes.readUIntLE(at + 1, 3);
  return 9 + Number(bytes.readBigUInt64LE(at + 1));
}

/** Whether the same `length` bytes stand at both places. */
export function isSameAt(
  one: Buffer,
  atOne: number,
  other: Buffer,
  atOther: number,
  length: number,
): boolean {
  if (atOne + length > one.length || atOther + length > other.length) return false;
  if (length >= LONG) return one.compare(other, atOther, atOther + length, atOne, atOne + length) === 0;
  for (let i = 0; i < length; i++) if (one[atOne + i] !== other[atOther + i]) return false;
  return true;
}
