/** A number in [0, 1) that depends on the host's name alone, so that hosts differ and runs do not. */
export function hostVariation(hostId: string): number {
  let hash = 2166136261;
  for (const character of hostId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return (hash >>> 8) / 2 ** 24;
}
