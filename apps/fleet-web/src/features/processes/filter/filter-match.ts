import type { Process } from 'fleet-core/contract/process';
import type { FilterKey } from '../../../components/handle/filter-keys.ts';
import { COLUMNS } from '../columns/process-columns.tsx';
import { healthName, healthWord } from '../health-word.ts';
import type { FilterTerm, Wanted } from './filter-text.ts';

/** Decides of one process. */
export type ProcessTest = (process: Process) => boolean;

/** Different keys and all words have to match; of one key given twice, either value will do. */
export function filterTest(terms: readonly FilterTerm[]): ProcessTest {
  const words: string[] = [];
  const values = new Map<FilterKey, Wanted[]>();
  for (const term of terms) {
    if (term.kind === 'word') words.push(term.text);
    else values.set(term.key, [...(values.get(term.key) ?? []), term]);
  }
  return (process) =>
    [...values].every(([key, wanted]) => wanted.some((one) => KEY_TESTS[key](process, one))) &&
    matchesWords(process, words);
}

type KeyTest = (process: Process, wanted: Wanted) => boolean;

const KEY_TESTS: Record<FilterKey, KeyTest> = {
  type: beginning(({ process_type }) => [process_type]),
  state: beginning(({ state }) => [state]),
  host: containing(({ host_id }) => [host_id]),
  version: beginning(({ version }) => [version]),
  health: beginning((process) => [healthWord(process), healthName(healthWord(process))]),
  dependency: beginning(({ dependency_health }) => dependency_health.map(({ name }) => name)),
  'delivery-owner': containing(({ delivery_owner_host }) => [delivery_owner_host.trim()]),
  bucket: ({ bucket_min, bucket_max }, { value }) => {
    const wanted = bucketsOf(value);
    if (wanted === null || bucket_min === null || bucket_max === null) return false;
    return bucket_min <= wanted.max && bucket_max >= wanted.min;
  },
};

type TextsOf = (process: Process) => readonly string[];

function beginning(textsOf: TextsOf): KeyTest {
  return comparing(textsOf, (text, value) => text.startsWith(value));
}

function containing(textsOf: TextsOf): KeyTest {
  return comparing(textsOf, (text, value) => text.includes(value));
}

function comparing(textsOf: TextsOf, agrees: (text: string, value: string) => boolean): KeyTest {
  return (process, { value, isExact }) =>
    textsOf(process).some((text) => {
      const typed = text.toLowerCase();
      return isExact ? typed.replaceAll('"', '') === value : agrees(typed, value);
    });
}

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
