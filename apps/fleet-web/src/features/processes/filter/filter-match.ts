import type { Process } from 'fleet-core/contract/process';
import { COLUMNS } from '../columns/process-columns.tsx';
import { healthName, healthWord } from '../health-word.ts';
import type { FilterKey, FilterTerm } from './filter-text.ts';

/** Decides of one process. */
export type ProcessTest = (process: Process) => boolean;

/** Different keys and all words have to match; of one key given twice, either value will do. */
export function filterTest(terms: readonly FilterTerm[]): ProcessTest {
  const words: string[] = [];
  const values = new Map<FilterKey, string[]>();
  for (const term of terms) {
    if (term.kind === 'word') words.push(term.text);
    else values.set(term.key, [...(values.get(term.key) ?? []), term.value]);
  }
  return (process) =>
    [...values].every(([key, wanted]) => wanted.some((value) => KEY_TESTS[key](process, value))) &&
    matchesWords(process, words);
}

const KEY_TESTS: Record<FilterKey, (process: Process, value: string) => boolean> = {
  type: ({ process_type }, value) => process_type.toLowerCase().startsWith(value),
  state: ({ state }, value) => state.toLowerCase().startsWith(value),
  host: ({ host_id }, value) => host_id.toLowerCase().includes(value),
  version: ({ version }, value) => version.toLowerCase().startsWith(value),
  health: (process, value) => {
    const word = healthWord(process).toLowerCase();
    return word.startsWith(value) || healthName(word).startsWith(value);
  },
  bucket: ({ bucket_min, bucket_max }, value) => {
    const wanted = bucketsOf(value);
    if (wanted === null || bucket_min === null || bucket_max === null) return false;
    return bucket_min <= wanted.max && bucket_max >= wanted.min;
  },
};

/** The buckets that `499` or `120-140` names; null for anything else. */
export function bucketsOf(value: string): { min: number; max: number } | null {
  const [, first, last] = /^(\d+)(?:[-–](\d+))?$/.exec(value) ?? [];
  if (first === undefined) return null;
  return { min: Number(first), max: Number(last ?? first) };
}

function matchesWords(process: Process, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const shown = shownText(process);
  return words.every((word) => shown.includes(word));
}

/** What a row shows of a process as text, and so what a word is looked for in. */
function shownText(process: Process): string {
  return COLUMNS.flatMap(({ searchText }) => searchText?.(process) ?? [])
    .join('\n')
    .toLowerCase();
}
