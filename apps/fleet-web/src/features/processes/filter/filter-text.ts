import { FILTER_KEYS, type FilterKey } from '../../../components/handle/filter-keys.ts';

/** A value that is asked for. `isExact` is set where nothing but the whole of it will do: `host:=eu-1`. */
export type Wanted = { readonly value: string; readonly isExact?: true };

/** One part of a filter. `unknownKey` is set on a word that looks like `key:value` with a key that is none. */
export type FilterTerm =
  | { readonly kind: 'word'; readonly text: string; readonly unknownKey?: string }
  | ({ readonly kind: 'key'; readonly key: FilterKey } & Wanted);

const TERM = /(?:[^\s":]+:=?)?"[^"]*"?|\S+/g;

/** What was typed, as terms, in lower case. A key whose value is not typed yet is left out. */
export function parseFilter(text: string): FilterTerm[] {
  return (text.toLowerCase().match(TERM) ?? []).flatMap(toTerm);
}

function toTerm(typed: string): FilterTerm[] {
  const colon = typed.indexOf(':');
  if (typed.startsWith('"') || colon < 1) return wordOf(typed);
  const name = typed.slice(0, colon);
  const key = FILTER_KEYS.find((known) => known === name);
  if (key === undefined) return wordOf(typed).map((word) => ({ ...word, unknownKey: name }));
  const after = typed.slice(colon + 1);
  if (after.startsWith('=')) {
    const value = unquoted(after.slice(1));
    return after === '=' ? [] : [{ kind: 'key', key, value, isExact: true }];
  }
  const value = unquoted(after);
  return value === '' ? [] : [{ kind: 'key', key, value }];
}

function wordOf(typed: string): { kind: 'word'; text: string }[] {
  const text = unquoted(typed);
  return text === '' ? [] : [{ kind: 'word', text }];
}

const unquoted = (text: string) => text.replaceAll('"', '');
