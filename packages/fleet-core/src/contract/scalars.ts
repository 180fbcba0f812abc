import * as z from 'zod/mini';

/** RFC 3339 in UTC, as `2026-04-30T14:00:00Z` or with a fraction of a second. */
export const Instant = z.iso.datetime();

/** A whole number from zero up: a count, an age in seconds, a duration in milliseconds. */
export const Count = z.int().check(z.nonnegative());

/** A whole number, or null where nothing could be read: not read is not zero. */
export const CountOrNull = z.nullable(Count);

/** A text that is empty when the database has no such column, or no text there. */
export const Text = z.catch(z._default(z.string(), ''), '');

/** A number that is null when the database has no such column, or holds what is no count there: that hides nothing else. */
export const Figure = z.catch(z._default(CountOrNull, null), null);

/*
 * Of a schema that is a function nothing is known but its `params`: by these it is described to those who read no TypeScript.
 */

/** How many there are of each word that the database holds. Taken as it is: a record schema leaves `__proto__` out. */
export const CountsByWord = z.custom<Record<string, number>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((count) => Count.safeParse(count).success),
  { params: { each: 'count' } },
);

/** Texts by their names. Taken as they are: a record schema leaves `__proto__` out. */
export const Texts = z.custom<Readonly<Record<string, string>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string'),
  { params: { each: 'text' } },
);

declare const unlisted: unique symbol;

/** A word that is on no list of this version. It can be received, and never written. */
export type UnlistedWord = string & { readonly [unlisted]: never };

/**
 * One of the listed words, or a word that a newer API may send: a reader shows what it does not know
 * and never breaks on it. Who writes is held to the list by the compiler: see `Closed`.
 */
export function openEnum<const Words extends readonly string[]>(words: Words) {
  return z.custom<Words[number] | UnlistedWord>((value) => typeof value === 'string', { params: { words } });
}

/** What this version itself makes of a part of the contract: every word is one of the listed ones. */
export type Closed<T> = T extends UnlistedWord
  ? never
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? Closed<Item>[]
      : { [Field in keyof T]: Closed<T[Field]> };
