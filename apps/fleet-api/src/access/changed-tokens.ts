import type { Token } from './token.ts';

/** Whose tokens have come, have gone, or are others than before, by name. */
export type ChangedTokens = {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly replaced: readonly string[];
};

export function changedTokens(before: readonly Token[], after: readonly Token[]): ChangedTokens {
  const namesOf = (tokens: readonly Token[]) => tokens.map(({ name }) => name);
  const lacking = (names: readonly string[], others: readonly string[]) =>
    names.filter((name) => !others.includes(name));
  return {
    added: lacking(namesOf(after), namesOf(before)),
    removed: lacking(namesOf(before), namesOf(after)),
    replaced: after
      .filter(({ name, digest }) => before.some((one) => one.name === name && !one.digest.equals(digest)))
      .map(({ name }) => name),
  };
}
