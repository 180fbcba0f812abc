/** A sentence is read by people: more names than this are counted. */
const MOST_LISTED = 5;

/** `a`, `a and b`, `a, b and c`; of many the first ones and how many more. */
export function listText(names: readonly string[], mostListed = MOST_LISTED): string {
  if (names.length > mostListed) {
    return `${names.slice(0, mostListed).join(', ')} and ${names.length - mostListed} more`;
  }
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** `3 hosts: eu-1 … eu-3` for many of a kind, `a and b` for few. */
export function crowdText(names: readonly string[]): string {
  return names.length > 3 ? `${names[0]} … ${names.at(-1)}` : listText(names);
}
