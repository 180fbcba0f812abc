/** The keys that a filter understands, as `key:value`. */
export const FILTER_KEYS = ['type', 'state', 'host', 'bucket', 'version', 'health'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

/** One part of a filter. `unknownKey` is set on a word that looks like `key:value` with a key that is none. */
export type FilterTerm =
  | { readonly kind: 'word'; readonly text: string; readonly unknownKey?: string }
  | { readonly kind: 'key'; readonly key: FilterKey; readonly value: string };

const TERM = /(?:[^\s":]+:)?"[^"]*"?|\S+/g;

/** What was typed, as terms, in lower case. A key whose value is not typed yet is left out. */
export function parseFilter(text: string): FilterTerm[] {
  return (text.toLowerCase().match(TERM) ?? []).map(toTerm).filter((term) => textOf(term) !== '');
}

function toTerm(typed: string): FilterTerm {
  const colon = typed.indexOf(':');
  if (typed.startsWith('"') || colon < 1) return { kind: 'word', text: unquoted(typed) };
  const name = typed.slice(0, colon);
  const key = FILTER_KEYS.find((known) => known === name);
  return key === undefined
    ? { kind: 'word', text: unquoted(typed), unknownKey: name }
    : { kind: 'key', key, value: unquoted(typed.slice(colon + 1)) };
}

const unquoted = (text: string) => text.replaceAll('"', '');

const textOf = (term: FilterTerm) => (term.kind === 'word' ? term.text : term.value);
