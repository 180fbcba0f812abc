import type { CodeMeaning } from 'fleet-core/contract/answers/code-catalogue';

/** The codes that have every word that was typed; those that have them in their name come first. */
export function searchCodes(codes: readonly CodeMeaning[], typed: string): readonly CodeMeaning[] {
  const words = wordsOf(typed);
  const found = codes.filter((each) => hasAll(`${each.code} ${each.question} ${each.meaning}`, words));
  const isNamed = ({ code }: CodeMeaning) => hasAll(code, words);
  return [...found.filter(isNamed), ...found.filter((each) => !isNamed(each))];
}

/** A code is found by its words, however they are joined. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function hasAll(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
}
