/** Orders strings by Unicode code point, as the bytes of UTF-8 do; the same on every machine and locale. */
export function byCodePoint(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return rank(a.charCodeAt(i)) - rank(b.charCodeAt(i));
  }
  return a.length - b.length;
}

/** UTF-16 puts surrogates (characters beyond U+FFFF) before U+E000 to U+FFFF; code points put them after. */
function rank(codeUnit: number): number {
  return codeUnit >= 0xd800 && codeUnit <= 0xdfff ? codeUnit + 0x10000 : codeUnit;
}

/** The distinct values in code point order. */
export function distinctSorted(values: Iterable<string>): string[] {
  return [...new Set(values)].sort(byCodePoint);
}
