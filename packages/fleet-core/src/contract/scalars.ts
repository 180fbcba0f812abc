import * as z from 'zod/mini';

/** RFC 3339 in UTC, as `2026-04-30T14:00:00Z` or with a fraction of a second. */
export const Instant = z.iso.datetime();

/** A whole number from zero up: a count, an age in seconds, a duration in milliseconds. */
export const Count = z.int().check(z.nonnegative());

/** A whole number, or null where nothing could be read: not read is not zero. */
export const CountOrNull = z.nullable(Count);

/**
 * One of the listed words, or a word that a newer API may send: a reader shows what it does not know
 * and never breaks on it. What this version writes is held to the list by the compiler.
 */
export function openEnum<const Words extends readonly string[]>(_words: Words) {
  return z.custom<Words[number] | (string & {})>((value) => typeof value === 'string');
}
