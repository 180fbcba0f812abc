/**
 * What is not seen in a text, or changes how the rest of it is seen: controls, formats and what turns the direction, blanks
 * other than the common one, halves of pairs, and marks that are drawn onto the letter before.
 */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Script=Inherited}\u2800]|(?! )\p{Zs}/gu;

/**
 * A text as it stands in sentences and on the page: on one line, and each unseen character of it written out, `\u202e`, so
 * that no name passes for another and none reverses what stands beside it. Names to search by, links and commands keep
 * their own text.
 */
export function visibleText(text: string): string {
  return text.replace(UNSEEN, written);
}

function written(character: string): string {
  if (character === '\n') return '\\n';
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\u{${code}}`;
}

/** JSON for the same value with each unseen character escaped, but for the line breaks that it is laid out by. */
export function visibleJson(json: string): string {
  return json.replace(UNSEEN, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, place) => character.charCodeAt(place));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
