import { openEnum, type UnlistedWord } from 'fleet-core/contract/scalars';

/** A word that only a newer API would send, as the page receives it. */
export function unlistedWord(word: string): UnlistedWord {
  return openEnum([]).parse(word);
}
