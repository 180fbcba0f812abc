import { byCodePoint } from '../code-point-order.ts';

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

/** Few names in full, of more the first and the last by their numbers: `eu-1 … eu-60`. */
export function crowdText(names: readonly string[]): string {
  const inOrder = [...new Set(names)].sort(byNumber);
  return inOrder.length > MOST_LISTED ? `${inOrder[0]} … ${inOrder.at(-1)}` : listText(inOrder);
}

/** As people count: `eu-9` before `eu-10`. */
function byNumber(a: string, b: string): number {
  const others = b.split(/(\d+)/);
  for (const [place, part] of a.split(/(\d+)/).entries()) {
    const other = others[place] ?? '';
    const isNumber = place % 2 === 1;
    const order = isNumber ? Number(part) - Number(other) : byCodePoint(part, other);
    if (order !== 0) return order;
  }
  return byCodePoint(a, b);
}
