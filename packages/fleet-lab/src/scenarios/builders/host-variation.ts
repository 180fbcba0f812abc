/** A number in [0, 1) that depends on the host's name alone, so that hosts differ and runs do not. */
export function hostVariation(hostId: string): number {
  let hash = 2166136261;
  for (const character of hostId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  // Names that differ in their last letter alone must end far apart.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
